import { TestDatabases } from '@backstage/backend-test-utils';
import { DecisionRefusedError } from '@postern/backstage-plugin-private-exposure-node';
import type { JsonObject } from '@backstage/types';
import { surveyedConnection } from '@postern/backstage-plugin-private-exposure-node/testUtils';
import { ids, LEDGER_SERVICE } from '../__testUtils__/demoWorld';
import { startPlugin, waitFor } from '../__testUtils__/startPlugin';

jest.setTimeout(120_000);

const DAY = 24 * 60 * 60 * 1000;
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const partners = {
  consumerAccounts: ['333344445555'],
  entityRefs: ['component:default/ledger'],
};

describe.each(databases.eachSupportedId())('decisions by rule on %s', id => {
  let world: Awaited<ReturnType<typeof startPlugin>>;
  const start = async (decisions: JsonObject) => {
    const knex = await databases.init(id);
    world = await startPlugin({ knex, config: { decisions } });
  };
  afterEach(() => world.stop());

  /** One round over what waits, to the end of what it began. */
  const applyRules = async () => {
    await world.runTask('apply-decision-policies');
    await waitFor(
      async () =>
        (await world.knex('decisions').whereNull('ended_at').first()) ===
        undefined,
    );
  };
  const decisions = () =>
    world
      .knex('decisions')
      .select('connection_id', 'verdict', 'decided_by', 'status', 'reason')
      .orderBy('requested_at');
  const effects = () =>
    world.provider.calls.filter(call => call.startsWith('decide '));
  const waitsSince = (connectionId: string, at: Date) =>
    world
      .knex('connections')
      .where('id', connectionId)
      .update({ created_at: at, first_seen_at: at, waiting_since: at });

  async function surveyNewConsumer(account: string) {
    world.cloud.connections.push(
      surveyedConnection({
        nativeId: 'vpce-0000000000000005',
        exposureNativeId: LEDGER_SERVICE,
        consumer: { account, region: 'eu-west-1' },
      }),
    );
    await world.knex('scopes').update({ next_attempt_at: new Date(0) });
    const [{ group }] = await world.provider.listScopes();
    await world.runTask(`observe-fake-${group}`);
  }

  it('approves whom a rule lets in, in the name of the rule, and nobody else', async () => {
    await start({ autoApproval: { partners } });

    await applyRules();

    expect(await decisions()).toEqual([
      {
        connection_id: ids.analytics,
        verdict: 'approve',
        decided_by: 'policy:partners',
        status: 'applied',
        reason: "Account 333344445555 may connect by the rule 'partners'.",
      },
    ]);
    expect(effects()).toEqual(['decide approve vpce-0000000000000002']);
    expect(world.audit).toContainEqual(
      expect.objectContaining({
        eventId: 'connection-mutate',
        severityLevel: 'high',
        outcome: 'success',
        meta: expect.objectContaining({ actor: 'policy:partners' }),
      }),
    );
  });

  it('decides as soon as a survey finds who waits, without a round of its own', async () => {
    await start({ autoApproval: { partners } });
    await applyRules();

    await surveyNewConsumer('333344445555');

    await waitFor(async () => (await decisions()).length === 2);
    await waitFor(() => effects().length === 2);
    expect(effects()).toEqual([
      'decide approve vpce-0000000000000002',
      'decide approve vpce-0000000000000005',
    ]);
  });

  it.each([
    ['another entity', { entityRefs: ['component:default/orders'] }],
    ['another region', { regions: ['us-east-1'] }],
    ['another account', { consumerAccounts: ['111122223333'] }],
  ])('leaves alone what a rule for %s does not name', async (_, other) => {
    await start({ autoApproval: { partners: { ...partners, ...other } } });

    await applyRules();

    expect(await decisions()).toEqual([]);
    expect(effects()).toEqual([]);
  });

  it('approves nobody through a claim that nothing confirms', async () => {
    const consumerAccounts = ['444455556666'];
    await start({
      autoApproval: {
        partners: {
          consumerAccounts,
          entityRefs: ['component:default/search'],
        },
      },
    });

    await applyRules();

    expect(await decisions()).toEqual([]);
    expect(effects()).toEqual([]);
  });

  it('rejects what waited longer than it may, and says since when', async () => {
    await start({ pendingExpiry: { days: 3 } });
    const since = new Date(Date.now() - 4 * DAY);
    await waitsSince(ids.globex, since);
    await waitsSince(ids.analytics, new Date(Date.now() - 2 * DAY));

    await applyRules();

    expect(await decisions()).toMatchObject([
      {
        connection_id: ids.globex,
        verdict: 'reject',
        decided_by: 'policy:pending-expiry',
        status: 'applied',
        reason: `Nobody decided since ${since.toISOString()}.`,
      },
    ]);
    expect(effects()).toEqual(['decide reject vpce-0000000000000001']);
  });

  it('leaves alone for however long what nothing on the cloud side ties to an entity, without a word in the audit', async () => {
    await start({ pendingExpiry: { days: 3 } });
    await waitsSince(ids.search1, new Date(Date.now() - 5 * DAY));
    await waitsSince(ids.globex, new Date(Date.now() - 4 * DAY));

    await applyRules();

    expect(await decisions()).toMatchObject([{ connection_id: ids.globex }]);
    const asked = world.audit.filter(
      ({ eventId }) => eventId === 'connection-mutate',
    );
    expect(asked).toMatchObject([{ meta: { connectionId: ids.globex } }]);
  });

  it('tries once what the cloud refuses, and leaves the rest to a person', async () => {
    const consumerAccounts = ['111122223333'];
    await start({ autoApproval: { partners: { consumerAccounts } } });
    world.provider.decideError = new DecisionRefusedError('quota exceeded');

    await surveyNewConsumer('111122223333');
    // The survey has the rules applied by itself.
    await waitFor(async () => (await decisions())[0]?.status === 'failed');
    await applyRules();
    await applyRules();

    expect(await decisions()).toMatchObject([{ status: 'failed' }]);
  });
});
