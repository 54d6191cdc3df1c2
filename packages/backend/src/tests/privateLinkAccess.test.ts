import { TestDatabases } from '@backstage/backend-test-utils';
import { clouds } from '../__testUtils__/clouds/clouds';
import { ask, findConnection, pageOf } from '../__testUtils__/portalPages';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { component } from '../__testUtils__/storyEntities';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const mira = 'user:default/mira';
const jonas = 'user:default/jonas';
const petra = 'user:default/petra';

// Mira's team owns ledger. Jonas' team has `invoices`, which names ledger's service as its own, and `search`, which
// names one that bears nobody's tag. Petra decides.
describe.each(clouds)('who sees and decides what of $name', cloud => {
  let portal: Portal;
  beforeEach(async () => {
    portal = await startPortal({
      cloud,
      knex: await databases.init('SQLITE_3'),
      hasPolicy: true,
      entities: ({ annotationFor }) => [
        component('invoices', 'team-orders', annotationFor('ledger')),
        component('search', 'team-orders', annotationFor('search')),
      ],
    });
    await portal.observe();
  });
  afterEach(() => portal.stop());

  it("shows an entity that claims another team's service a conflict, and nothing of the service", async () => {
    const { account, id } = portal.story.waiting[0];

    const claimant = await portal.get(pageOf('invoices'), jonas);
    const owner = await portal.get(pageOf('ledger'), mira);

    expect(claimant.status).toBe(200);
    expect(claimant.body.exposures).toEqual([]);
    expect(claimant.body.conflicts).toHaveLength(1);
    const text = JSON.stringify(claimant.body).toLowerCase();
    expect(text).not.toContain(account);
    expect(text).not.toContain(id.toLowerCase());
    expect(owner.body.exposures).toMatchObject([
      {
        name: cloud.words.ledger,
        entityRef: 'component:default/ledger',
        claim: { basis: 'owner-tag', confirmed: true },
        connections: [{ consumer: { account } }, { consumer: { account } }],
      },
    ]);
  });

  it('decides nothing on a service that only its entity names', async () => {
    const { body } = await portal.get(pageOf('search'), petra);
    const [exposure] = body.exposures;
    const [connection] = exposure.connections;

    const asked = await ask(portal, connection, 'approve', { user: petra });

    expect(exposure.claim).toMatchObject({
      basis: 'annotation',
      confirmed: false,
    });
    expect(connection).toMatchObject({ state: 'pending', verdicts: [] });
    expect(asked.status).toBe(403);
    expect(countChanges()).toBe(0);
  });

  it("turns another team away from a service's pages", async () => {
    const { body } = await portal.get(pageOf('ledger'), mira);
    const [{ id }] = body.exposures;
    const paths = [
      pageOf('ledger'),
      `/v1/exposures/${id}`,
      `/v1/exposures/${id}/events`,
    ];

    const statuses = async (user: string) =>
      Promise.all(
        paths.map(async path => (await portal.get(path, user)).status),
      );
    const refresh = await portal.post(
      `/v1/exposures/${id}/refresh`,
      {},
      { user: jonas },
    );

    expect(await statuses(mira)).toEqual([200, 200, 200]);
    expect(await statuses(jonas)).toEqual([403, 403, 403]);
    expect(refresh.status).toBe(403);
  });

  it('lets an owner see who waits, and not decide', async () => {
    const [consumer] = portal.story.waiting;
    const { body } = await portal.get(pageOf('ledger'), mira);
    const connection = await findConnection(portal, consumer);

    const asked = await ask(portal, connection, 'approve', { user: mira });

    expect(body.exposures[0].connections).toMatchObject([
      { state: 'pending', verdicts: [] },
      { state: 'pending', verdicts: [] },
    ]);
    expect(connection.verdicts).toEqual(['approve', 'reject']);
    expect(asked.status).toBe(403);
    expect(portal.story.stateOf(consumer)).toBe('pending');
    expect(countChanges()).toBe(0);
  });

  /** The calls that would have changed a connection. */
  function countChanges(): number {
    const { approve, reject, remove } = cloud.actions;
    return [...new Set([approve, reject, remove])]
      .map(action => portal.sandbox.requestLog.total({ action }))
      .reduce((sum, calls) => sum + calls);
  }
});
