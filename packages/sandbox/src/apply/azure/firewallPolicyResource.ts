import {
  Args,
  blocks,
  optionalBoolean,
  requiredString,
  stringMap,
} from '../resources/args';
import { ResourceHandler } from '../resources/ResourceHandler';
import { ApplyContext } from '../types';
import { azurePlace } from './azurePlace';

function put(args: Args, context: ApplyContext): Args {
  const isOff = optionalBoolean(args, 'enabled') === false;
  const isUnchecked = args.request_body_check_enabled === false;
  const policy = context.azure.firewallPolicies.putPolicy({
    ...azurePlace(args, context),
    location: 'global',
    sku:
      args.sku_name === 'Standard_AzureFrontDoor'
        ? 'Standard_AzureFrontDoor'
        : 'Premium_AzureFrontDoor',
    policySettings: {
      enabledState: isOff ? 'Disabled' : 'Enabled',
      mode: requiredString(args, 'mode'),
      requestBodyCheck: isUnchecked ? 'Disabled' : 'Enabled',
    },
    managedRuleSets: blocks(args, 'managed_rule').map(rule => ({
      ruleSetType: requiredString(rule, 'type'),
      ruleSetVersion: requiredString(rule, 'version'),
      ruleSetAction: requiredString(rule, 'action'),
      exclusions: [],
      ruleGroupOverrides: [],
    })),
    tags: stringMap(args, 'tags'),
  });
  return { ...args, id: policy.id };
}

/**
 * `azurerm_cdn_frontdoor_firewall_policy`.
 * @internal
 */
export const firewallPolicyResource: ResourceHandler = {
  create: put,

  read({ attributes }, { azure }) {
    const id = requiredString(attributes, 'id');
    return azure.firewallPolicies.policies.get(id) && attributes;
  },

  update({ args: before }, args, context) {
    return before.name === args.name ? put(args, context) : undefined;
  },

  destroy({ attributes }, { azure }) {
    const id = requiredString(attributes, 'id');
    if (azure.firewallPolicies.policies.get(id)) {
      azure.firewallPolicies.deletePolicy(id);
    }
  },
};
