import { AZURE_PROVIDER } from '../__testUtils__/startAzureSandbox';
import { AzureWire, openAzureWire } from './__testUtils__/azureWire';
import { readFixture } from './__testUtils__/fixtures';
import { differences, shapeOf } from './__testUtils__/jsonShape';
import {
  EXAMPLE_PATHS,
  startExampleWorld,
} from './__testUtils__/startExampleWorld';

interface Example {
  parameters: Record<string, unknown>;
  responses: Record<string, { body?: unknown }>;
}

const { subscription, group } = EXAMPLE_PATHS;
const network = '/providers/Microsoft.Network';
const profile = `${group}/providers/Microsoft.Cdn/profiles/profile1`;
const firewalls = `${network}/FrontDoorWebApplicationFirewallPolicies`;
const links = `${group}${network}/privateLinkServices`;
const balancers = `${group}${network}/loadBalancers`;
const endpoints = `${group}${network}/privateEndpoints`;

/**
 * What examples show of features that the sandbox does not play; the start of
 * their paths after the resource.
 */
const NOT_PLAYED: Record<string, string[]> = {
  privateEndpoints: [
    '.properties.applicationSecurityGroups',
    '.properties.ipConfigurations[]',
    '.properties.customDnsConfigs[]',
    // Ours was asked for by hand, as all of the product's are.
    '.properties.privateLinkServiceConnections[]',
  ],
  loadBalancers: [
    '.properties.inboundNatRules[]',
    '.properties.inboundNatPools[]',
    '.properties.outboundRules[]',
    '.properties.frontendIPConfigurations[].properties.inboundNatRules',
    '.properties.frontendIPConfigurations[].properties.inboundNatPools',
    '.properties.backendAddressPools[].properties.outboundRules',
  ],
  customDomains: [
    '.properties.azureDnsZone',
    '.properties.preValidatedCustomDomainResourceId',
    '.properties.tlsSettings.secret',
    '.properties.validationProperties.expirationDate',
  ],
  routes: ['.properties.cacheConfiguration', '.properties.ruleSets[]'],
  firewalls: [
    '.properties.policySettings.',
    '.properties.customRules.rules[]',
    '.properties.managedRules.managedRuleSets[].',
    '.properties.frontendEndpointLinks[]',
  ],
};

/** An example, our path, and whose exceptions hold. */
const READS: [example: string, path: string, kind?: string][] = [
  ...['network-2024-01-01', 'network-2025-07-01'].flatMap(
    (folder): [string, string, string?][] => [
      [`${folder}/PrivateLinkServiceGet`, `${links}/testPls`],
      [
        `${folder}/PrivateLinkServiceListAll`,
        `${subscription}${network}/privateLinkServices`,
      ],
      [
        `${folder}/PrivateLinkServiceListPrivateEndpointConnection`,
        `${links}/testPls/privateEndpointConnections`,
      ],
      [
        `${folder}/PrivateEndpointGetForManualApproval`,
        `${endpoints}/testPe`,
        'privateEndpoints',
      ],
    ],
  ),
  ['network-2024-01-01/PrivateLinkServiceList', links],
  [
    'network-2024-01-01/PrivateLinkServiceGetPrivateEndpointConnection',
    `${links}/testPls/privateEndpointConnections/{link}`,
  ],
  ['network-2024-01-01/PrivateEndpointList', endpoints, 'privateEndpoints'],
  [
    'network-2024-01-01/PrivateEndpointListAll',
    `${subscription}${network}/privateEndpoints`,
    'privateEndpoints',
  ],
  [
    'network-2024-01-01/AutoApprovedPrivateLinkServicesGet',
    `${subscription}${network}/locations/westeurope/autoApprovedPrivateLinkServices`,
  ],
  ['network-2024-01-01/LoadBalancerGet', `${balancers}/lb`, 'loadBalancers'],
  ['network-2024-01-01/LoadBalancerList', balancers, 'loadBalancers'],
  [
    'network-2024-01-01/LoadBalancerListAll',
    `${subscription}${network}/loadBalancers`,
    'loadBalancers',
  ],
  [
    'cdn-2024-02-01/Profiles_List',
    `${subscription}/providers/Microsoft.Cdn/profiles`,
  ],
  [
    'cdn-2024-02-01/Profiles_ListByResourceGroup',
    `${group}/providers/Microsoft.Cdn/profiles`,
  ],
  ['cdn-2024-02-01/Profiles_Get', profile],
  ['cdn-2024-02-01/AFDEndpoints_ListByProfile', `${profile}/afdEndpoints`],
  ['cdn-2024-02-01/AFDEndpoints_Get', `${profile}/afdEndpoints/endpoint1`],
  ['cdn-2024-02-01/AFDOriginGroups_ListByProfile', `${profile}/originGroups`],
  [
    'cdn-2024-02-01/AFDOriginGroups_Get',
    `${profile}/originGroups/origingroup1`,
  ],
  [
    'cdn-2024-02-01/AFDOrigins_ListByOriginGroup',
    `${profile}/originGroups/origingroup1/origins`,
  ],
  [
    'cdn-2024-02-01/AFDOrigins_Get',
    `${profile}/originGroups/origingroup1/origins/origin1`,
  ],
  [
    'cdn-2024-02-01/Routes_ListByEndpoint',
    `${profile}/afdEndpoints/endpoint1/routes`,
    'routes',
  ],
  [
    'cdn-2024-02-01/Routes_Get',
    `${profile}/afdEndpoints/endpoint1/routes/route1`,
    'routes',
  ],
  [
    'cdn-2024-02-01/SecurityPolicies_ListByProfile',
    `${profile}/securityPolicies`,
  ],
  [
    'cdn-2024-02-01/SecurityPolicies_Get',
    `${profile}/securityPolicies/securityPolicy1`,
  ],
  [
    'cdn-2024-02-01/AFDCustomDomains_ListByProfile',
    `${profile}/customDomains`,
    'customDomains',
  ],
  [
    'cdn-2024-02-01/AFDCustomDomains_Get',
    `${profile}/customDomains/domain1`,
    'customDomains',
  ],
  [
    'frontdoor-2024-02-01/WafPolicyGet',
    `${group}${firewalls}/Policy1`,
    'firewalls',
  ],
  ['frontdoor-2024-02-01/WafListPolicies', `${group}${firewalls}`, 'firewalls'],
  [
    'frontdoor-2024-02-01/WafListPoliciesUnderSubscription',
    `${subscription}${firewalls}`,
    'firewalls',
  ],
  ['web-2023-12-01/GetSitePrivateEndpointConnectionList', '{web}/..'],
  ['web-2023-12-01/GetSitePrivateEndpointConnection', '{web}'],
  [
    'storage-2023-05-01/StorageAccountListPrivateEndpointConnections',
    '{storage}/..',
  ],
  [
    'storage-2023-05-01/StorageAccountGetPrivateEndpointConnection',
    '{storage}',
  ],
  ['servicebus-2021-11-01/PrivateEndPointConnectionList', '{servicebus}/..'],
  ['servicebus-2021-11-01/PrivateEndPointConnectionGet', '{servicebus}'],
];

/** Examples of writes to connections, which we send as they are published. */
const WRITES: [example: string, key: string, parameter: string][] = [
  [
    'network-2024-01-01/PrivateLinkServiceUpdatePrivateEndpointConnection',
    'link',
    'parameters',
  ],
  [
    'network-2025-07-01/PrivateLinkServiceUpdatePrivateEndpointConnection',
    'link',
    'parameters',
  ],
  [
    'web-2023-12-01/ApproveRejectSitePrivateEndpointConnection',
    'web',
    'privateEndpointWrapper',
  ],
  [
    'storage-2023-05-01/StorageAccountPutPrivateEndpointConnection',
    'storage',
    'properties',
  ],
];

describe('published examples', () => {
  let world: Awaited<ReturnType<typeof startExampleWorld>>;
  let wire: AzureWire;

  beforeAll(async () => {
    world = await startExampleWorld();
    wire = await openAzureWire(world.sandbox, AZURE_PROVIDER);
  });
  afterAll(async () => {
    wire.close();
    await world.sandbox.stop();
  });

  /** Our path with the ids that the world has given, and the example's API version. */
  function resolve(path: string, { parameters }: Example): string {
    const { linked, others } = world;
    const filled = path
      .replace('{link}', linked.name)
      .replace(/^\{(\w+)\}/, (_, key: string) => others[key].id)
      .replace(/\/[^/]+\/\.\.$/, '');
    return `${filled}?api-version=${parameters['api-version']}`;
  }

  /** What an example has and our answer has not, the sandbox's gaps aside. */
  function missing(published: unknown, own: unknown, kind: string | undefined) {
    const gaps = kind ? NOT_PLAYED[kind] : [];
    return differences(shapeOf(published), shapeOf(own)).filter(problem => {
      const path = problem.replace(/^\.value\[\]/, '');
      // Where a list ends, a web app's connections say that there is no more.
      return (
        !problem.startsWith('.nextLink') &&
        !gaps.some(gap => path.startsWith(gap))
      );
    });
  }

  // As objects: a missing third argument would be taken for a callback.
  const reads = READS.map(([name, path, kind]) => ({ name, path, kind }));
  it.each(reads)('$name', async ({ name, path, kind }) => {
    const example = readFixture<Example>(`azure/${name}.json`);

    const { status, body } = await wire.send('GET', resolve(path, example));

    expect(status).toBe(200);
    expect(missing(example.responses['200'].body, body, kind)).toEqual([]);
  });

  it.each(WRITES)('%s', async (name, key, parameter) => {
    const example = readFixture<Example>(`azure/${name}.json`);
    const connection = key === 'link' ? world.linked : world.others[key];

    const { status, body } = await wire.send(
      'PUT',
      resolve(connection.id, example),
      example.parameters[parameter],
    );

    expect(status).toBe(200);
    expect(missing(example.responses['200'].body, body, undefined)).toEqual([]);
    expect(connection.status).toBe('Approved');
  });

  it('network-2024-01-01/CheckPrivateLinkServiceVisibility', async () => {
    const example = readFixture<Example>(
      'azure/network-2024-01-01/CheckPrivateLinkServiceVisibility.json',
    );

    const { body } = await wire.send(
      'POST',
      resolve(
        `${subscription}${network}/locations/westeurope/checkPrivateLinkServiceVisibility`,
        example,
      ),
      example.parameters.parameters,
    );

    expect(missing(example.responses['200'].body, body, undefined)).toEqual([]);
  });
});
