import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  Decision,
  EntityExposures,
  Scope,
} from '@postern/backstage-plugin-private-exposure-common';
import {
  type AzurePortal,
  type SeededResource,
  startAzurePortal,
} from '../__testUtils__/startAzurePortal';
import { waitFor } from '../__testUtils__/waitFor';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const webApp = { type: 'Microsoft.Web/sites', groupId: 'sites' };
const types: SeededResource[] = [
  webApp,
  { type: 'Microsoft.Storage/storageAccounts', groupId: 'blob' },
  { type: 'Microsoft.Sql/servers', groupId: 'sqlServer' },
  { type: 'Microsoft.KeyVault/vaults', groupId: 'vault' },
  {
    type: 'Microsoft.ContainerService/managedClusters',
    groupId: 'management',
  },
];

describe('Azure resources that the configuration names', () => {
  let portal: AzurePortal;
  afterEach(() => portal.stop());

  const start = async (resources: SeededResource[]) => {
    const knex = await databases.init('SQLITE_3');
    portal = await startAzurePortal({ knex, resources });
    await portal.observe();
  };
  const readExposures = async (): Promise<EntityExposures['exposures']> => {
    const { body } = await portal.get(
      '/v1/entities/component/default/webapp/exposures',
    );
    return body.exposures;
  };
  const ask = async (verdict: string) => {
    const [{ connections }] = await readExposures();
    const [{ id, state }] = connections;
    return portal.post(
      `/v1/connections/${id}/decisions`,
      { verdict, reason: 'Globex signed.', seen: { state } },
      { key: `${verdict}-of-petra` },
    );
  };
  const decide = async (verdict: string): Promise<Decision> => {
    const asked = await ask(verdict);
    expect(asked.status).toBe(202);
    // Azure removes in the background.
    const moving = setInterval(() => portal.sandbox.clock.advance(500), 20);
    const decision = await waitFor<Decision>(async () => {
      const { body } = await portal.get(`/v1/decisions/${asked.body.id}`);
      return body.endedAt ? body : undefined;
    }).finally(() => clearInterval(moving));
    await portal.settled();
    return decision;
  };

  describe.each(types)('$type', resource => {
    beforeEach(() => start([resource]));

    it('shows who waits, approves, and cuts off again', async () => {
      const [{ endpoint, id }] = portal.story.resources;
      const [before] = await readExposures();

      const approved = await decide('approve');
      // Pages have what the decision read a moment after its end.
      const connections = await waitFor(async () => {
        const [exposure] = await readExposures();
        const [{ state }] = exposure.connections;
        return state === 'connected' ? exposure.connections : undefined;
      });
      const removed = await decide('remove');

      expect(before).toMatchObject({
        kind: 'azure-private-link-resource',
        name: 'Webapp',
        lifecycle: 'live',
        attention: ['connection-pending'],
        claim: { basis: 'owner-tag', confirmed: true },
        connections: [
          {
            state: 'pending',
            facts: expect.arrayContaining([
              { label: 'Description', value: 'Globex would like to use it' },
            ]),
            consumer: { account: endpoint.subscriptionId },
          },
        ],
        connect: { address: id, addressLabel: 'Resource id' },
      });
      expect(approved).toMatchObject({
        status: 'applied',
        after: { found: true, state: 'connected' },
      });
      expect(connections).toHaveLength(1);
      expect(removed).toMatchObject({
        status: 'applied',
        after: { found: false },
      });
      expect(
        portal.sandbox.azure.privateEndpoints.getEndpoint(endpoint.id)
          .connection.status,
      ).toBe('Disconnected');
    });

    it('turns away', async () => {
      const [{ endpoint }] = portal.story.resources;

      const rejected = await decide('reject');

      expect(rejected).toMatchObject({
        status: 'applied',
        after: { found: true, state: 'rejected' },
      });
      expect(endpoint.connection).toMatchObject({
        status: 'Rejected',
        description: 'Globex signed.',
      });
    });
  });

  it('shows one that only its entity names, and decides nothing on it', async () => {
    await start([{ ...webApp, isTagged: false }]);

    const [exposure] = await readExposures();
    const asked = await ask('approve');

    expect(exposure.claim).toMatchObject({
      basis: 'annotation',
      confirmed: false,
    });
    expect(asked.status).toBe(403);
    expect(portal.story.resources[0].endpoint.connection.status).toBe(
      'Pending',
    );
  });

  it('keeps what it saw of one that cannot be read, and the others fresh', async () => {
    const [, storage] = types;
    await start([webApp, storage]);
    portal.sandbox.faults.inject({
      service: 'Microsoft.Web',
      effect: { type: 'error', code: 'Forbidden', status: 403 },
    });

    await portal.observe();

    const { body } = await portal.get('/v1/scopes');
    const sources = body.items.map((scope: Scope) => [
      scope.title,
      scope.source.state,
    ]);
    expect(sources).toEqual(
      expect.arrayContaining([
        ['acme-azure', 'fresh'],
        ['acme-azure · Webapp', 'fresh'],
        ['acme-azure · Webapp', 'failed'],
      ]),
    );
    const exposures = await readExposures();
    expect(
      exposures.map(({ lifecycle, source, nativeId }) => [
        nativeId.split('/').at(-2),
        lifecycle,
        source.state,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['sites', 'live', 'failed'],
        ['storageaccounts', 'live', 'fresh'],
      ]),
    );
  });
});
