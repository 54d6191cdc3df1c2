/** A type of resource, as the metadata of its provider tells it. @internal */
export interface ResourceType {
  resourceType: string;
  /** Newest first. */
  apiVersions: readonly string[];
  /** What consumers of a private endpoint can connect to; none takes none. */
  groupIds?: readonly string[];
  /** How the type's connections spell what is left to do, where they tell it. */
  actionsProperty?: 'actionRequired' | 'actionsRequired';
}

/** A namespace. @internal */
export interface ResourceProvider {
  namespace: string;
  resourceTypes: readonly ResourceType[];
}

const NETWORK = [
  '2026-03-01',
  '2026-01-01',
  '2025-09-01',
  '2025-07-01',
  '2025-05-01',
  '2025-03-01',
  '2025-01-01',
  '2024-10-01',
  '2024-07-01',
  '2024-05-01',
  '2024-03-01',
  '2024-01-01',
  '2023-11-01',
  '2023-09-01',
  '2023-06-01',
  '2023-05-01',
  '2023-04-01',
  '2023-02-01',
  '2022-11-01',
  '2022-09-01',
  '2022-07-01',
  '2022-05-01',
  '2022-01-01',
  '2021-08-01',
  '2021-05-01',
  '2021-02-01',
  '2020-11-01',
];
const CDN = [
  '2026-10-01',
  '2025-04-15',
  '2024-09-01',
  '2024-02-01',
  '2023-05-01',
  '2021-06-01',
];
const WAF = [
  '2025-03-01',
  '2024-02-01',
  '2022-05-01',
  '2021-06-01',
  '2020-11-01',
];
const RESOURCES = [
  '2025-04-01',
  '2024-11-01',
  '2024-03-01',
  '2022-12-01',
  '2022-09-01',
  '2021-04-01',
  '2021-01-01',
  '2020-10-01',
  '2020-06-01',
  '2019-11-01',
  '2019-06-01',
  '2016-06-01',
];

const network = (...names: string[]): ResourceType[] =>
  names.map(resourceType => ({ resourceType, apiVersions: NETWORK }));

/** A provider, with the type for its locations' operations, which takes all versions. */
function provider(
  namespace: string,
  resourceTypes: readonly ResourceType[],
): ResourceProvider {
  const versions = new Set(resourceTypes.flatMap(one => one.apiVersions));
  const apiVersions = [...versions].sort().reverse();
  const locations = { resourceType: 'locations', apiVersions };
  return { namespace, resourceTypes: [...resourceTypes, locations] };
}

/**
 * The namespaces and types that the sandbox plays, with the API versions that it
 * takes. The versions are published ones; the real lists are longer. The oldest of
 * each type is what `az network private-endpoint-connection` asks with.
 *
 * @internal
 */
export const resourceProviders: readonly ResourceProvider[] = [
  provider('Microsoft.Resources', [
    { resourceType: 'subscriptions', apiVersions: RESOURCES },
    { resourceType: 'tenants', apiVersions: RESOURCES },
    { resourceType: 'providers', apiVersions: RESOURCES },
    { resourceType: 'resourceGroups', apiVersions: RESOURCES },
  ]),
  provider('Microsoft.Network', [
    ...network(
      'privateLinkServices',
      'privateEndpoints',
      'virtualNetworks',
      'loadBalancers',
      'networkInterfaces',
    ),
    {
      resourceType: 'frontDoorWebApplicationFirewallPolicies',
      apiVersions: WAF,
    },
    {
      resourceType: 'applicationGateways',
      apiVersions: NETWORK,
      groupIds: ['appGwPrivateFrontendIpIPv4'],
    },
  ]),
  provider('Microsoft.Cdn', [
    { resourceType: 'profiles', apiVersions: CDN },
    { resourceType: 'operationresults', apiVersions: CDN },
  ]),
  provider('Microsoft.Web', [
    {
      resourceType: 'sites',
      apiVersions: [
        '2025-05-01',
        '2024-11-01',
        '2024-04-01',
        '2023-12-01',
        '2022-09-01',
        '2019-08-01',
      ],
      groupIds: ['sites'],
      actionsProperty: 'actionsRequired',
    },
  ]),
  provider('Microsoft.Storage', [
    {
      resourceType: 'storageAccounts',
      apiVersions: [
        '2025-01-01',
        '2024-01-01',
        '2023-05-01',
        '2023-01-01',
        '2019-06-01',
      ],
      groupIds: ['blob', 'file', 'queue', 'table', 'web', 'dfs'],
      actionsProperty: 'actionRequired',
    },
  ]),
  provider('Microsoft.Sql', [
    {
      resourceType: 'servers',
      apiVersions: ['2023-08-01', '2021-11-01', '2018-06-01-preview'],
      groupIds: ['sqlServer'],
      actionsProperty: 'actionsRequired',
    },
  ]),
  provider('Microsoft.KeyVault', [
    {
      resourceType: 'vaults',
      apiVersions: [
        '2024-11-01',
        '2023-07-01',
        '2023-02-01',
        '2022-07-01',
        '2019-09-01',
      ],
      groupIds: ['vault'],
      actionsProperty: 'actionsRequired',
    },
  ]),
  provider('Microsoft.ServiceBus', [
    {
      resourceType: 'namespaces',
      apiVersions: ['2024-01-01', '2021-11-01', '2021-06-01-preview'],
      groupIds: ['namespace'],
    },
  ]),
  provider('Microsoft.ContainerService', [
    {
      resourceType: 'managedClusters',
      apiVersions: ['2025-05-01', '2024-09-01', '2024-02-01', '2023-11-01'],
      groupIds: ['management'],
    },
  ]),
];

/** The provider of a namespace. @internal */
export function findProvider(namespace: string): ResourceProvider | undefined {
  return resourceProviders.find(
    one => one.namespace.toLowerCase() === namespace.toLowerCase(),
  );
}

/** The type of a path below a provider: its own, or that of what it is a part of. @internal */
export function findResourceType(
  namespace: string,
  type: string,
): ResourceType | undefined {
  const [outermost] = type.toLowerCase().split('/');
  return findProvider(namespace)?.resourceTypes.find(
    ({ resourceType }) => resourceType.toLowerCase() === outermost,
  );
}
