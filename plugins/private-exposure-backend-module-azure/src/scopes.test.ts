import { ConfigReader } from '@backstage/config';
import { readAzureProviderConfig } from './config';
import { toAzureScopes, toResourceScopeId } from './scopes';

const SUBSCRIPTION = '11111111-cccc-4000-8000-000000000001';
const idOf = (group: string, name: string) =>
  `/subscriptions/${SUBSCRIPTION}/resourceGroups/${group}/providers/Microsoft.ContainerService/managedClusters/${name}`;

describe('toAzureScopes', () => {
  const idsWith = (subscription: object) =>
    toAzureScopes(
      readAzureProviderConfig(
        new ConfigReader({
          privateExposure: {
            azure: {
              tenants: [
                {
                  tenantId: SUBSCRIPTION,
                  credential: { type: 'managed-identity' },
                  subscriptions: [
                    { subscriptionId: SUBSCRIPTION, ...subscription },
                  ],
                },
              ],
            },
          },
        }),
      ).tenants,
    ).map(({ id }) => id);

  it('keeps Front Doors apart from private link services', () => {
    expect(idsWith({})).toEqual([
      `azure/${SUBSCRIPTION}`,
      `azure/${SUBSCRIPTION}/front-door`,
    ]);
  });

  it('leaves Front Doors out where the configuration says so', () => {
    expect(idsWith({ frontDoors: false })).toEqual([`azure/${SUBSCRIPTION}`]);
  });
});

describe('toResourceScopeId', () => {
  it('is the same however the id is spelled', () => {
    const id = idOf('Shop', 'Weu');

    expect(toResourceScopeId(id.toUpperCase())).toBe(toResourceScopeId(id));
  });

  it('tells resources apart that have the same name', () => {
    expect(toResourceScopeId(idOf('a', 'weu'))).not.toBe(
      toResourceScopeId(idOf('b', 'weu')),
    );
  });

  // What the contract allows for a scope's id.
  it('is at most 200 characters, and still one for each resource', () => {
    const long = ['a', 'b'].map(end =>
      toResourceScopeId(idOf('g'.repeat(90), `${'n'.repeat(62)}${end}`)),
    );

    expect(long.map(id => id.length)).toEqual([200, 200]);
    expect(long[0]).not.toBe(long[1]);
  });
});
