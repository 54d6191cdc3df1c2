import {
  AZURE_CONSUMER,
  AZURE_PLACE,
  providerNetwork,
  startAzureSandbox,
} from '../../__testUtils__/startAzureSandbox';
import { Sandbox } from '../../startSandbox';

const { resourceGroup, subscriptionId } = AZURE_PLACE;
const SUBSCRIPTION = `/subscriptions/${subscriptionId}`;

/** The provider's subscription and group, as paths. */
export const EXAMPLE_PATHS = {
  subscription: SUBSCRIPTION,
  group: `${SUBSCRIPTION}/resourceGroups/${resourceGroup}`,
} as const;

function addLink(sandbox: Sandbox): string {
  const { azure } = sandbox;
  const subnetId = `${providerNetwork(sandbox).id}/subnets/default`;
  const loadBalancer = azure.loadBalancers.putLoadBalancer({
    ...AZURE_PLACE,
    name: 'lb',
    frontends: [{ name: 'fe-lb', subnetId }],
    backendPools: [{ name: 'be-lb', members: [`${subnetId}/nobody`] }],
    probes: [
      {
        name: 'probe-lb',
        protocol: 'Http',
        port: 80,
        requestPath: '/',
        intervalInSeconds: 15,
        numberOfProbes: 2,
      },
    ],
    rules: [
      {
        name: 'rulelb',
        frontendName: 'fe-lb',
        backendPoolName: 'be-lb',
        probeName: 'probe-lb',
        protocol: 'Tcp',
        frontendPort: 80,
        backendPort: 80,
        idleTimeoutInMinutes: 15,
        enableFloatingIP: true,
        enableTcpReset: false,
        disableOutboundSnat: false,
      },
    ],
  });
  return azure.privateLinkServices.putService({
    ...AZURE_PLACE,
    name: 'testPls',
    frontendIds: [loadBalancer.frontends[0].id],
    ipConfigurations: [
      { name: 'fe-lb', subnetId, privateIPAddress: '10.100.0.200' },
    ],
    visibility: ['*'],
    autoApproval: [subscriptionId],
    fqdns: ['shop.acme.example'],
  }).id;
}

function addFrontDoor({ azure }: Sandbox, targetId: string): void {
  const { frontDoors, firewallPolicies } = azure;
  const { id: profile } = frontDoors.putProfile({
    ...AZURE_PLACE,
    name: 'profile1',
    sku: 'Premium_AzureFrontDoor',
  });
  const put = (
    parentId: string,
    kind: Parameters<typeof frontDoors.putPart>[0]['kind'],
    name: string,
    properties = {},
  ) => frontDoors.putPart({ parentId, kind, name, properties });
  const endpoint = put(profile, 'afdEndpoints', 'endpoint1');
  const group = put(profile, 'originGroups', 'origingroup1', {
    healthProbeSettings: {
      probePath: '/',
      probeRequestType: 'HEAD',
      probeProtocol: 'Http',
      probeIntervalInSeconds: 10,
    },
  });
  const origin = put(group.id, 'origins', 'origin1', { hostName: 'a.example' });
  frontDoors.linkOrigin(origin, {
    targetId,
    location: 'westeurope',
    groupId: '',
    requestMessage: 'Please',
  });
  const domain = put(profile, 'customDomains', 'domain1', {
    hostName: 'www.acme.example',
  });
  put(endpoint.id, 'routes', 'route1', {
    originGroup: { id: group.id },
    customDomains: [{ id: domain.id }],
  });
  const policy = firewallPolicies.putPolicy({
    ...AZURE_PLACE,
    name: 'Policy1',
    sku: 'Premium_AzureFrontDoor',
    tags: { key1: 'value1', key2: 'value2' },
    managedRuleSets: [
      { ruleSetType: 'Microsoft_DefaultRuleSet', ruleSetVersion: '2.1' },
    ],
  });
  put(profile, 'securityPolicies', 'securityPolicy1', {
    parameters: {
      type: 'WebApplicationFirewall',
      wafPolicy: { id: policy.id },
      associations: [{ domains: [{ id: domain.id }], patternsToMatch: ['/*'] }],
    },
  });
}

/** A sandbox that has one of everything that the published examples show. */
export async function startExampleWorld() {
  const sandbox = await startAzureSandbox({ connectionUpdate: 0 });
  const { azure } = sandbox;
  const link = addLink(sandbox);
  const { subscriptionId: consumer } = AZURE_CONSUMER;
  const connect = (target: string, name: string) =>
    azure.connect({
      ...{ subscriptionId: consumer, target, name, groupIds: ['main'] },
    }).connection;
  const linked = connect(link, 'testPe');
  // The provider's own, to be read with the provider's roles.
  azure.connect({
    ...AZURE_PLACE,
    ...{ target: link, name: 'testPe', groupIds: ['main'] },
    subnetId: `${providerNetwork(sandbox).id}/subnets/default`,
  });
  addFrontDoor(sandbox, link);
  const others = Object.fromEntries(
    (
      [
        ['web', 'Microsoft.Web/sites'],
        ['storage', 'Microsoft.Storage/storageAccounts'],
        ['servicebus', 'Microsoft.ServiceBus/namespaces'],
      ] as const
    ).map(([key, type]) => {
      const place = { ...AZURE_PLACE, type, name: 'acme' };
      const { id } = azure.linkTargets.addTarget({
        ...place,
        groupIds: ['main'],
      });
      return [key, connect(id, `pe-${key}`)];
    }),
  );
  return { sandbox, link, linked, others };
}
