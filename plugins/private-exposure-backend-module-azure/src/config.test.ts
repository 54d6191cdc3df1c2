import { ConfigReader } from '@backstage/config';
import { readAzureProviderConfig } from './config';

const TENANT = '11111111-aaaa-4000-8000-000000000001';
const SUBSCRIPTION = '11111111-cccc-4000-8000-000000000001';

const read = (azure?: object) =>
  readAzureProviderConfig(
    new ConfigReader(azure && { privateExposure: { azure } }),
  );
const tenant = (changes: object = {}) => ({
  tenantId: TENANT,
  credential: { type: 'managed-identity' },
  subscriptions: [{ subscriptionId: SUBSCRIPTION }],
  ...changes,
});

const SITE = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Web/sites/shop`;
const withResources = (resources: string[]) =>
  tenant({ subscriptions: [{ subscriptionId: SUBSCRIPTION, resources }] });

describe('readAzureProviderConfig', () => {
  it('has no tenants and careful rates without configuration', () => {
    expect(read()).toEqual({
      tenants: [],
      callBudget: {
        reads: { perSecond: 10, burst: 200 },
        writes: { perSecond: 2, burst: 20 },
      },
      requestTimeoutMs: 30_000,
      operationTimeoutMs: 120_000,
      maxAttempts: 5,
    });
  });

  it('reads tenants, their cloud and their subscriptions', () => {
    const config = read({
      tenants: [
        tenant({
          tenantId: TENANT.toUpperCase(),
          cloud: 'us-government',
          subscriptions: [
            { subscriptionId: SUBSCRIPTION.toUpperCase(), name: 'payments' },
          ],
        }),
      ],
      requestTimeout: { seconds: 5 },
      operationTimeout: '1m',
    });

    expect(config.requestTimeoutMs).toBe(5_000);
    expect(config.operationTimeoutMs).toBe(60_000);
    expect(config.tenants).toEqual([
      expect.objectContaining({
        tenantId: TENANT,
        authorityHost: 'https://login.microsoftonline.us',
        resourceManagerUrl: 'https://management.usgovcloudapi.net',
        tokenAudience: 'https://management.usgovcloudapi.net',
        credential: { type: 'managed-identity', clientId: undefined },
        subscriptions: [
          {
            subscriptionId: SUBSCRIPTION,
            name: 'payments',
            frontDoors: true,
            resources: [],
          },
        ],
      }),
    ]);
  });

  it('lets addresses of a private cloud stand in the place of the known ones', () => {
    const [found] = read({
      tenants: [
        tenant({
          authorityHost: 'https://login.azurestack.example/',
          resourceManagerUrl: 'https://management.azurestack.example:8443',
          tokenAudience: 'https://management.example/0f2b/',
        }),
      ],
    }).tenants;

    expect(found.authorityHost).toBe('https://login.azurestack.example');
    expect(found.resourceManagerUrl).toBe(
      'https://management.azurestack.example:8443',
    );
    expect(found.tokenAudience).toBe('https://management.example/0f2b/');
  });

  it.each([
    {
      credential: { type: 'client-secret', clientId: 'a', clientSecret: 'b' },
      expected: { type: 'client-secret', clientId: 'a', clientSecret: 'b' },
    },
    {
      credential: {
        type: 'client-certificate',
        clientId: 'a',
        certificatePath: '/c.pem',
      },
      expected: {
        type: 'client-certificate',
        clientId: 'a',
        certificate: { path: '/c.pem' },
      },
    },
    {
      credential: { type: 'workload-identity', tokenFilePath: '/token' },
      expected: { type: 'workload-identity', tokenFilePath: '/token' },
    },
  ])('reads the credential $credential.type', ({ credential, expected }) => {
    const [found] = read({ tenants: [tenant({ credential })] }).tenants;

    expect(found.credential).toMatchObject(expected);
  });

  it('reads the resources of a subscription, as they are spelled', () => {
    const resources = [SITE, SITE.replace('shop', 'Shop-2')];
    const [found] = read({ tenants: [withResources(resources)] }).tenants;

    expect(found.subscriptions).toEqual([
      expect.objectContaining({ subscriptionId: SUBSCRIPTION, resources }),
    ]);
  });

  it.each([
    ['shop', 'must be the id of a resource'],
    [`${SITE}/slots`, 'must be the id of a resource'],
    [SITE.replace('/resourceGroups/rg', ''), 'must be the id of a resource'],
    [SITE.replace(SUBSCRIPTION, TENANT), `is in subscription '${TENANT}'`],
    [
      SITE.replace('Web/sites', 'Network/privateLinkServices'),
      'is found without being listed',
    ],
    [
      SITE.replace('Web/sites', 'Cdn/profiles'),
      'is found without being listed',
    ],
    [`${SITE}/privateEndpointConnections/a`, 'names a connection'],
    [SITE.toUpperCase(), 'list each resource once'],
  ])('stops at the resource %s, which %s', (resource, says) => {
    expect(() => read({ tenants: [withResources([SITE, resource])] })).toThrow(
      new RegExp(
        `'privateExposure\\.azure\\.tenants\\[0\\]\\.subscriptions\\[0\\]\\.resources\\[1\\]'.*${says}`,
      ),
    );
  });

  it.each([
    [{ tenants: [tenant({ tenantId: 'acme' })] }, 'tenants[0].tenantId'],
    [{ tenants: [tenant({ cloud: 'germany' })] }, 'tenants[0].cloud'],
    [
      { tenants: [tenant({ authorityHost: 'http://login.example' })] },
      'tenants[0].authorityHost',
    ],
    [
      { tenants: [tenant({ resourceManagerUrl: 'https://arm.example/path' })] },
      'tenants[0].resourceManagerUrl',
    ],
    [
      { tenants: [tenant({ tokenAudience: 'https://arm.example/.default' })] },
      'tenants[0].tokenAudience',
    ],
    [
      { tenants: [tenant({ tokenAudience: 'azure' })] },
      'tenants[0].tokenAudience',
    ],
    [{ tenants: [tenant({ subscriptions: [] })] }, 'tenants[0].subscriptions'],
    [
      { tenants: [tenant({ subscriptions: [{ subscriptionId: '1' }] })] },
      'tenants[0].subscriptions[0].subscriptionId',
    ],
    [{ tenants: [tenant(), tenant()] }, 'tenants[1].tenantId'],
    [
      {
        tenants: [tenant(), tenant({ tenantId: TENANT.replace('a', 'b') })],
      },
      'tenants[1].subscriptions[0].subscriptionId',
    ],
    [
      { tenants: [tenant({ credential: { type: 'password' } })] },
      'tenants[0].credential.type',
    ],
    [
      {
        tenants: [
          tenant({ credential: { type: 'client-secret', clientId: 'a' } }),
        ],
      },
      'tenants[0].credential.clientSecret',
    ],
    [
      {
        tenants: [
          tenant({ credential: { type: 'client-certificate', clientId: 'a' } }),
        ],
      },
      'tenants[0].credential',
    ],
    [{ callBudget: { reads: { burst: 0 } } }, 'callBudget.reads.burst'],
    [{ callBudget: { writes: { perSecond: -1 } } }, 'callBudget.writes'],
    [{ requestTimeout: '0s' }, 'requestTimeout'],
    [{ maxAttempts: 1.5 }, 'maxAttempts'],
  ])('refuses %j, naming the key', (azure, key) => {
    expect(() => read(azure)).toThrow(`privateExposure.azure.${key}`);
  });

  it('does not repeat a secret in what it says', () => {
    const refused = () =>
      read({
        tenants: [
          tenant({
            credential: {
              type: 'client-certificate',
              clientId: 'a',
              certificate: 'hunter2',
              certificatePath: '/c.pem',
            },
          }),
        ],
      });

    expect(refused).toThrow(/certificatePath/);
    expect(refused).not.toThrow(/hunter2/);
  });
});
