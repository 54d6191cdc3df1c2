import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  Connection,
  Decision,
  ExposureDetail,
} from '@postern/backstage-plugin-private-exposure-common';
import { parse } from 'yaml';
import { connect, GLOBEX } from '../__testUtils__/seedCloud';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { waitFor } from '../__testUtils__/waitFor';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const ledgerPage = '/v1/entities/component/default/ledger/exposures';
const jonas = 'user:default/jonas';
const approval = {
  verdict: 'approve',
  reason: 'Globex signed the contract.',
  seen: { state: 'pending' },
};

async function readLedger(portal: Portal): Promise<ExposureDetail> {
  const { body } = await portal.get(ledgerPage);
  expect(body.exposures).toHaveLength(1);
  return body.exposures[0];
}

/** The connection of one of the endpoints that wait. */
async function findConnection(
  portal: Portal,
  endpointId: string,
): Promise<Connection> {
  const { connections } = await readLedger(portal);
  const found = connections.find(
    ({ consumer }) => consumer.endpointId === endpointId,
  );
  if (!found) throw new Error(`No connection of ${endpointId}`);
  return found;
}

async function readOutcome(portal: Portal, id: string): Promise<Decision> {
  const decision = await waitFor<Decision>(async () => {
    const { body } = await portal.get(`/v1/decisions/${id}`);
    return body.endedAt ? body : undefined;
  });
  await portal.settled();
  return decision;
}

describe.each(databases.eachSupportedId())('AWS PrivateLink on %s', id => {
  let portal: Portal;
  beforeEach(async () => {
    portal = await startPortal({ knex: await databases.init(id) });
    await portal.observe();
  });
  afterEach(() => portal.stop());

  const countAccepts = () =>
    portal.sandbox.requestLog.total({ action: 'AcceptVpcEndpointConnections' });

  it('shows what is in the cloud, and carries an approval there and back', async () => {
    const [endpoint] = portal.seeded.waiting;
    const ledger = await readLedger(portal);
    const connection = await findConnection(portal, endpoint.id);

    const asked = await portal.post(
      `/v1/connections/${connection.id}/decisions`,
      approval,
    );
    const decision = await readOutcome(portal, asked.body.id);

    expect(ledger).toMatchObject({
      name: 'ledger',
      entityRef: 'component:default/ledger',
      lifecycle: 'live',
      attention: ['connection-pending'],
      claim: { basis: 'owner-tag', confirmed: true },
    });
    expect(ledger.connections).toHaveLength(2);
    expect(connection).toMatchObject({
      state: 'pending',
      nativeState: 'pendingAcceptance',
      consumer: { account: GLOBEX, region: 'eu-west-1' },
    });
    expect(asked.status).toBe(202);
    expect(decision).toMatchObject({
      status: 'applied',
      before: { found: true, state: 'pending' },
      after: { found: true },
    });
    await waitFor(async () => {
      await portal.observe();
      const now = await findConnection(portal, endpoint.id);
      return now.state === 'connected' ? now : undefined;
    });
    expect(portal.sandbox.world.findEndpoint(endpoint.id).state).toBe(
      'available',
    );
    expect(countAccepts()).toBe(1);
  });

  it('tells the owner of a connection that begins to wait, and of none that waited before', async () => {
    const { send } = portal.notifications;
    const before = send.mock.calls.length;
    connect(portal.sandbox.world, portal.seeded.orders);

    await portal.observe();
    await waitFor(async () => (send.mock.calls.length ? true : undefined));

    expect(before).toBe(0);
    expect(send.mock.calls).toEqual([
      [
        expect.objectContaining({
          // Backstage finds the owners of the entity.
          recipients: { type: 'entity', entityRef: 'component:default/orders' },
          payload: expect.objectContaining({
            title: 'A consumer waits to connect to orders',
          }),
        }),
      ],
    ]);
  });

  it('costs no cloud call to look at any page', async () => {
    const { id: exposureId } = await readLedger(portal);
    const connection = await findConnection(
      portal,
      portal.seeded.waiting[0].id,
    );
    const asked = await portal.post(
      `/v1/connections/${connection.id}/decisions`,
      { ...approval, verdict: 'reject' },
    );
    await readOutcome(portal, asked.body.id);
    const values: Record<string, string> = {
      ...{ kind: 'component', namespace: 'default', name: 'ledger' },
      ...{ exposureId, decisionId: asked.body.id },
      clusterName: 'platform-eu',
    };
    const pages = (await listGetRoutes()).map(path =>
      path.replace(/\{(\w+)\}/g, (_, name) => values[name]),
    );
    const before = portal.sandbox.requestLog.total();

    // Twice: a call that the first round had left behind would show after the second.
    const statuses: number[] = [];
    for (const path of [...pages, ...pages]) {
      statuses.push((await portal.get(path)).status);
    }
    const summaries = await portal.post('/v1/exposures/by-entity-refs', {
      entityRefs: ['component:default/ledger', 'component:default/orders'],
    });
    await portal.settled();
    const after = portal.sandbox.requestLog.total();
    await portal.observe();

    expect(pages.length).toBeGreaterThanOrEqual(9);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(summaries.body.items).toHaveLength(2);
    expect(before).toBeGreaterThan(0);
    expect(after).toBe(before);
    expect(portal.sandbox.requestLog.total()).toBeGreaterThan(after);
  });

  it('fails the decision if the cloud answers that it was unsuccessful', async () => {
    const [endpoint] = portal.seeded.waiting;
    const connection = await findConnection(portal, endpoint.id);
    portal.sandbox.faults.inject({
      action: 'AcceptVpcEndpointConnections',
      effect: {
        type: 'unsuccessful',
        code: 'InvalidState',
        message: 'It cannot be accepted now',
      },
    });

    const asked = await portal.post(
      `/v1/connections/${connection.id}/decisions`,
      approval,
    );
    const decision = await readOutcome(portal, asked.body.id);

    expect(decision).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('It cannot be accepted now'),
      after: { state: 'pending' },
    });
    expect(await findConnection(portal, endpoint.id)).toMatchObject({
      state: 'pending',
      verdicts: ['approve', 'reject'],
    });
  });

  it('accepts nothing if the endpoint was replaced between view and click', async () => {
    const [endpoint] = portal.seeded.waiting;
    const connection = await findConnection(portal, endpoint.id);
    const successor = portal.sandbox.world.replace(endpoint.id);

    const asked = await portal.post(
      `/v1/connections/${connection.id}/decisions`,
      approval,
    );
    const decision = await readOutcome(portal, asked.body.id);

    expect(decision).toMatchObject({ status: 'superseded' });
    expect(countAccepts()).toBe(0);
    expect(portal.sandbox.world.findEndpoint(successor.id).state).toBe(
      'pendingAcceptance',
    );
  });

  it('gives two approvers at once one effect, and tells the other one', async () => {
    const [endpoint] = portal.seeded.waiting;
    const connection = await findConnection(portal, endpoint.id);
    const path = `/v1/connections/${connection.id}/decisions`;

    const answers = await Promise.all([
      portal.post(path, approval, { key: 'click-of-petra' }),
      portal.post(path, approval, { user: jonas, key: 'click-of-jonas' }),
    ]);
    const outcomes = await Promise.all(
      answers.map(async ({ status, body }) =>
        status === 202 ? (await readOutcome(portal, body.id)).status : status,
      ),
    );

    expect(outcomes).toContain('applied');
    // The second is turned away while the first is under way. One that comes when that has ended, as on a slow machine,
    // finds another state than its person saw.
    expect(outcomes.filter(outcome => outcome !== 'applied')).toEqual([
      answers.every(({ status }) => status === 202) ? 'superseded' : 409,
    ]);
    expect(countAccepts()).toBe(1);
  });
});

/** As the contract lists them, so that no later route escapes the count. */
async function listGetRoutes(): Promise<string[]> {
  const file = resolvePackagePath(
    '@postern/backstage-plugin-private-exposure-backend',
    'src/schema/openapi.yaml',
  );
  const { paths }: { paths: Record<string, object> } = parse(
    await readFile(file, 'utf8'),
  );
  return Object.entries(paths)
    .filter(([, operations]) => 'get' in operations)
    .map(([path]) => path);
}
