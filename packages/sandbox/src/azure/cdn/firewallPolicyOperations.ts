import {
  armId,
  armKey,
  AzureWorld,
  FirewallPolicy,
  FrontDoorPart,
} from '../../azureWorld';
import { ArmBody } from '../server/ArmBody';
import { ArmAnswer, ArmCall, ArmOperation } from '../server/ArmOperation';
import {
  beginDelete,
  beginWrite,
  pathOf,
  placeOf,
  readNewResource,
  readOperations,
  ResourceKind,
  resourceOf,
} from '../server/resourceOperations';
import { presentFirewallPolicy } from './presentFrontDoor';

function usersOf(azure: AzureWorld, policy: FirewallPolicy): FrontDoorPart[] {
  return azure.frontDoors
    .allParts('securityPolicies')
    .filter(({ properties }) => {
      const used = new ArmBody(properties)
        .object('parameters')
        .reference('wafPolicy');
      return used !== undefined && armKey(used) === armKey(policy.id);
    });
}

const kind: ResourceKind<FirewallPolicy> = {
  type: 'Microsoft.Network/frontDoorWebApplicationFirewallPolicies',
  place: 'policyName',
  collection: azure => azure.firewallPolicies.policies,
  get: (azure, id) => azure.firewallPolicies.getPolicy(id),
  present:
    ({ azure }) =>
    policy =>
      presentFirewallPolicy(policy, usersOf(azure, policy)),
};

const SKUS = [
  'Premium_AzureFrontDoor',
  'Standard_AzureFrontDoor',
  'Classic_AzureFrontDoor',
] as const;

function put(call: ArmCall): ArmAnswer {
  const { firewallPolicies, operations } = call.azure;
  const { body, resource } = readNewResource(call, kind.place);
  const properties = body.object('properties');
  const id = armId(kind.type, resource);
  const isNew = firewallPolicies.policies.get(id) === undefined;
  operations.requireFree(id);
  const policy = firewallPolicies.putPolicy({
    ...resource,
    sku:
      body.object('sku').optionalWord('name', SKUS) ?? 'Classic_AzureFrontDoor',
    policySettings: properties.object('policySettings').all(),
    customRules: properties
      .object('customRules')
      .list('rules')
      .map(rule => rule.all()),
    managedRuleSets: properties
      .object('managedRules')
      .list('managedRuleSets')
      .map(set => set.all()),
  });
  return beginWrite(call, policy, { isNew, kind });
}

function remove(call: ArmCall): ArmAnswer {
  const { firewallPolicies, operations } = call.azure;
  const id = armId(kind.type, placeOf(call, kind.place));
  if (!firewallPolicies.policies.get(id)) return { status: 204 };
  operations.requireFree(id);
  return beginDelete(call, resourceOf(call, kind), {
    remove: () => firewallPolicies.deletePolicy(id),
  });
}

/** Web application firewall policies of Front Door. @internal */
export const firewallPolicyOperations: ArmOperation[] = [
  ...readOperations(kind, {
    listAll: 'Policies_ListBySubscription',
    list: 'Policies_List',
    get: 'Policies_Get',
  }),
  {
    id: 'Policies_CreateOrUpdate',
    method: 'PUT',
    path: pathOf(kind),
    run: put,
  },
  { id: 'Policies_Delete', method: 'DELETE', path: pathOf(kind), run: remove },
];
