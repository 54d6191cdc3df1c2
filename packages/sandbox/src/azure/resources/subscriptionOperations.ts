import { ResourceGroup, Subscription } from '../../azureWorld';
import { ArmBody } from '../server/ArmBody';
import { ArmCall, ArmOperation } from '../server/ArmOperation';

const GROUPS = 'Microsoft.Resources/subscriptions/resourceGroups';

function present(subscription: Subscription) {
  const { subscriptionId, tenantId, name } = subscription;
  return {
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId,
    tenantId,
    displayName: name,
    state: 'Enabled',
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'PayAsYouGo_2014-09-01',
      spendingLimit: 'Off',
    },
  };
}

function presentGroup({ subscriptionId, name, location }: ResourceGroup) {
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${name}`,
    name,
    type: 'Microsoft.Resources/resourceGroups',
    location,
    properties: { provisioningState: 'Succeeded' },
  };
}

function listOwn({ azure, principal }: ArmCall): Subscription[] {
  return azure.directory
    .listSubscriptions()
    .filter(
      ({ subscriptionId, tenantId }) =>
        tenantId === principal.tenantId &&
        principal.assignments.some(({ scope }) =>
          `${scope}/`
            .toLowerCase()
            .startsWith(`/subscriptions/${subscriptionId}/`.toLowerCase()),
        ),
    );
}

/** Subscriptions and resource groups. @internal */
export const subscriptionOperations: ArmOperation[] = [
  {
    id: 'Subscriptions_List',
    method: 'GET',
    path: '/subscriptions',
    run(call) {
      const value = listOwn(call).map(present);
      return {
        status: 200,
        body: { value, count: { type: 'Total', value: value.length } },
      };
    },
  },
  {
    id: 'Subscriptions_Get',
    method: 'GET',
    path: '/subscriptions/{subscriptionId}',
    action: 'Microsoft.Resources/subscriptions/read',
    run: ({ azure, params }) => ({
      status: 200,
      body: present(azure.directory.getSubscription(params.subscriptionId)),
    }),
  },
  {
    id: 'ResourceGroups_List',
    method: 'GET',
    path: '/subscriptions/{subscriptionId}/resourcegroups',
    action: `${GROUPS}/read`,
    run: ({ azure, params }) => ({
      status: 200,
      body: {
        value: azure.directory
          .listGroups(params.subscriptionId)
          .map(presentGroup),
      },
    }),
  },
  {
    id: 'ResourceGroups_CreateOrUpdate',
    method: 'PUT',
    path: '/subscriptions/{subscriptionId}/resourcegroups/{resourceGroupName}',
    action: `${GROUPS}/write`,
    run({ azure, params, body }) {
      const { subscriptionId, resourceGroupName } = params;
      const location = new ArmBody(body).text('location');
      const group = azure.directory.ensureGroup(
        subscriptionId,
        resourceGroupName,
        location,
      );
      return { status: 201, body: presentGroup(group) };
    },
  },
];
