import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  Decision,
  ExposureDetail,
} from '@postern/backstage-plugin-private-exposure-common';
import type { StoryConsumer } from '../__testUtils__/clouds/CloudStory';
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

async function approve(portal: AzurePortal, consumer: StoryConsumer) {
  const { connections } = await readLedger(portal);
  const waiting = connections.find(
    one => one.consumer.endpointId === consumer.id.toLowerCase(),
  );
  const asked = await portal.post(`/v1/connections/${waiting?.id}/decisions`, {
    verdict: 'approve',
    reason: 'Globex signed.',
    seen: { state: 'pending' },
  });
  expect(asked.status).toBe(202);
  const decision = await waitFor<Decision>(async () => {
    const { body } = await portal.get(`/v1/decisions/${asked.body.id}`);
    return body.endedAt ? body : undefined;
  });
  await portal.settled();
  const { privateEndpoints } = portal.sandbox.azure;
  return { decision, endpoint: privateEndpoints.getEndpoint(consumer.id) };
}

// What no other cloud has; what all have is in privateLink.test.ts.
describe.each(databases.eachSupportedId())('Azure alone on %s', id => {
  let portal: AzurePortal;
  beforeEach(async () => {
    portal = await startAzurePortal({ knex: await databases.init(id) });
    await portal.observe();
  });
  afterEach(() => portal.stop());

  it("keeps a name's spelling, and hands the reason on to the consumer", async () => {
    const { ledger: service, waiting } = portal.story;
    const ledger = await readLedger(portal);

    const { decision, endpoint } = await approve(portal, waiting[0]);

    expect(ledger.name).toBe('pls-Ledger');
    expect(service.alias).toContain('pls-ledger.');
    expect(decision).toMatchObject({
      status: 'applied',
      after: { found: true, state: 'connected' },
    });
    expect(endpoint.connection).toMatchObject({
      status: 'Approved',
      description: 'Globex signed.',
    });
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
});
