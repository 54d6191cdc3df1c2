import type {
  SecurityPolicy,
  SecurityPolicyWebApplicationFirewallParameters,
} from '@azure/arm-cdn';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { isNotFound } from '../clients/errors';
import { listAll } from '../clients/listPages';
import { canonicalId, readResourceId } from '../mapping/resourceIds';
import type { Firewall, FirewallPolicy, Seen } from './AzureInspection';
import { type InspectionContext, LOOKS_AT_ONCE } from './InspectionContext';
import { lookElsewhere, notOurs } from './look';

/**
 * Reads the web application firewall policies that a profile uses, and what each protects.
 *
 * @internal
 */
export async function readFirewalls(
  profileId: string,
  context: InspectionContext,
): Promise<Firewall[]> {
  const { resourceGroup, names } = readResourceId(profileId);
  const policies = await listAll(
    options =>
      context.clients.cdn.securityPolicies.listByProfile(
        resourceGroup,
        names[0],
        options,
      ),
    context.signal,
  );
  const uses = policies.flatMap(policy => toUse(policy) ?? []);
  return mapWithLimit(uses, LOOKS_AT_ONCE, async use => ({
    ...use,
    policy: await readPolicy(use.policyId, context),
  }));
}

/**
 * What a security policy of a profile says; `undefined` if it is about something else than a firewall.
 *
 * @internal
 */
export function toUse({
  parameters,
}: SecurityPolicy): Omit<Firewall, 'policy'> | undefined {
  if (!isAboutFirewall(parameters)) return undefined;
  const policyId = parameters.wafPolicy?.id;
  if (!policyId) return undefined;
  return {
    policyId,
    associations: (parameters.associations ?? []).map(
      ({ domains = [], patternsToMatch = [] }) => ({
        domainIds: domains.flatMap(({ id }) => (id ? [canonicalId(id)] : [])),
        patterns: patternsToMatch,
      }),
    ),
  };
}

/** The SDK's union has a member of its own whose type may be any text. */
function isAboutFirewall(
  parameters: SecurityPolicy['parameters'],
): parameters is SecurityPolicyWebApplicationFirewallParameters {
  return parameters?.type === 'WebApplicationFirewall';
}

async function readPolicy(
  id: string,
  { elsewhere, signal }: InspectionContext,
): Promise<Seen<FirewallPolicy | undefined>> {
  const { subscriptionId } = readResourceId(id);
  const owner = elsewhere(subscriptionId);
  if (!owner) return notOurs(subscriptionId);
  return lookElsewhere({ subscriptionId, signal }, async () => {
    try {
      return toFirewallPolicy(await owner.arm.get(id, signal));
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  });
}

/**
 * A web application firewall policy as the rules read it, out of the answer of Microsoft.Network.
 *
 * @internal
 */
export function toFirewallPolicy(
  answer: Record<string, unknown>,
): FirewallPolicy {
  const { policySettings } = toRecord(answer.properties);
  const { enabledState, mode } = toRecord(policySettings);
  return {
    enabled: !/^disabled$/i.test(String(enabledState)),
    mode: typeof mode === 'string' ? mode : '',
  };
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
