import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  Decision,
  ExposureDetail,
} from '@postern/backstage-plugin-private-exposure-common';
import {
  type AzurePortal,
  startAzurePortal,
} from '../__testUtils__/startAzurePortal';
import { waitFor } from '../__testUtils__/waitFor';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });

async function readLedger(portal: AzurePortal): Promise<ExposureDetail> {
  const { body } = await portal.get(
    '/v1/entities/component/default/ledger/exposures',
  );
  expect(body.exposures).toHaveLength(1);
  return body.exposures[0];
}

async function decide(
  portal: AzurePortal,
  verdict: string,
  state: string,
): Promise<Decision> {
  const [connection] = (await readLedger(portal)).connections;
  const asked = await portal.post(
    `/v1/connections/${connection.id}/decisions`,
    { verdict, reason: 'Globex signed.', seen: { state } },
  );
  expect(asked.status).toBe(202);
  const decision = await waitFor<Decision>(async () => {
    const { body } = await portal.get(`/v1/decisions/${asked.body.id}`);
    return body.endedAt ? body : undefined;
  });
  await portal.settled();
  return decision;
}

describe.each(databases.eachSupportedId())('Azure Private Link on %s', id => {
  let portal: AzurePortal;
  beforeEach(async () => {
    portal = await startAzurePortal({ knex: await databases.init(id) });
    await portal.observe();
  });
  afterEach(() => portal.stop());

  it('shows what is in the cloud, and carries an approval there and back', async () => {
    const { service, endpoint } = portal.seeded;
    const ledger = await readLedger(portal);

    const decision = await decide(portal, 'approve', 'pending');

    expect(ledger).toMatchObject({
      kind: 'azure-private-link-service',
      name: 'pls-Ledger',
      lifecycle: 'live',
      attention: ['connection-pending'],
      claim: { basis: 'owner-tag', confirmed: true },
      connections: [
        {
          state: 'pending',
          nativeState: 'Pending',
          consumer: { account: endpoint.subscriptionId },
        },
      ],
    });
    expect(decision).toMatchObject({
      status: 'applied',
      before: { found: true, state: 'pending' },
      after: { found: true, state: 'connected' },
    });
    expect(endpoint.connection).toMatchObject({
      status: 'Approved',
      description: 'Globex signed.',
    });
    expect(service.alias).toContain('pls-ledger.');
  });

  it('shows a Front Door to the entity that names it, however its id is spelled', async () => {
    const { body } = await portal.get(
      '/v1/entities/component/default/shop/exposures',
    );

    expect(body.exposures).toEqual([
      expect.objectContaining({
        kind: 'azure-front-door',
        name: 'fd-Shop',
        claim: expect.objectContaining({
          basis: 'annotation',
          confirmed: false,
        }),
      }),
    ]);
  });

  it('does not approve an endpoint that took the place of the one on the page', async () => {
    const [connection] = (await readLedger(portal)).connections;
    portal.sandbox.azure.replace(portal.seeded.endpoint.id);

    const asked = await portal.post(
      `/v1/connections/${connection.id}/decisions`,
      { verdict: 'approve', reason: 'known', seen: { state: 'pending' } },
    );
    const decision = await waitFor<Decision>(async () => {
      const { body } = await portal.get(`/v1/decisions/${asked.body.id}`);
      return body.endedAt ? body : undefined;
    });

    expect(decision.status).toBe('superseded');
    expect(
      portal.sandbox.requestLog.total({
        action: 'PrivateLinkServices_UpdatePrivateEndpointConnection',
      }),
    ).toBe(0);
  });
});
