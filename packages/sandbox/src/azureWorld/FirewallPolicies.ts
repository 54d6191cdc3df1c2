import { ArmCollection } from './ArmCollection';
import { armId } from './armIds';
import { AzureWorldContext, NewResource } from './AzureWorldContext';
import { resourceNotFound } from './resourceNotFound';
import { ArmProperties, FirewallPolicy } from './types';

/** A policy as a request describes it. @public */
export interface FirewallPolicyInput extends NewResource {
  sku: FirewallPolicy['sku'];
  policySettings?: ArmProperties;
  customRules?: ArmProperties[];
  managedRuleSets?: ArmProperties[];
}

const TYPE = 'Microsoft.Network/frontDoorWebApplicationFirewallPolicies';

/** What Azure takes where a policy says nothing. */
const DEFAULT_SETTINGS = { enabledState: 'Enabled', mode: 'Detection' };

/**
 * Web application firewall policies of Front Door.
 *
 * @public
 */
export class FirewallPolicies {
  readonly policies = new ArmCollection<FirewallPolicy>();
  readonly #context: AzureWorldContext;

  constructor(context: AzureWorldContext) {
    this.#context = context;
  }

  /** Makes a policy, or replaces all that one has. */
  putPolicy(input: FirewallPolicyInput): FirewallPolicy {
    const known = this.policies.get(armId(TYPE, input));
    return this.policies.add({
      ...(known ?? this.#context.newRecord(TYPE, input)),
      etag: this.#context.newEtag(),
      tags: { ...input.tags },
      sku: input.sku,
      policySettings: { ...DEFAULT_SETTINGS, ...input.policySettings },
      customRules: input.customRules ?? [],
      managedRuleSets: input.managedRuleSets ?? [],
    });
  }

  /** The policy; an unknown id is `ResourceNotFound`. */
  getPolicy(id: string): FirewallPolicy {
    const policy = this.policies.get(id);
    if (!policy) throw resourceNotFound(id);
    return policy;
  }

  /** Removes a policy. */
  deletePolicy(id: string): void {
    this.policies.remove(this.getPolicy(id).id);
  }
}
