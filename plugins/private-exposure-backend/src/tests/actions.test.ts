import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { RESOURCE_TYPE_EXPOSURE } from '@postern/backstage-plugin-private-exposure-common';
import { ids, LEDGER_SERVICE } from '../__testUtils__/demoWorld';
import { startPlugin, waitFor } from '../__testUtils__/startPlugin';
import {
  createExposureConditionalDecision,
  exposureConditions,
} from '../permissions/conditionExports';

jest.setTimeout(120_000);

const mira = 'user:default/mira';
const jonas = 'user:default/jonas';
const petra = 'user:default/petra';
const groups: Record<string, string[]> = {
  [mira]: ['group:default/team-payments'],
  [jonas]: ['group:default/team-orders'],
};
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** Owners read what is theirs, petra does everything, nobody else anything. */
function policy(
  permission: Permission,
  user: string | undefined,
): PolicyDecision {
  if (user === petra) return { result: AuthorizeResult.ALLOW };
  if (
    user === undefined ||
    !groups[user] ||
    !isResourcePermission(permission, RESOURCE_TYPE_EXPOSURE) ||
    permission.name.includes('connection.')
  ) {
    return { result: AuthorizeResult.DENY };
  }
  const claims = [user, ...groups[user]];
  const condition = exposureConditions.isEntityOwner({ claims });
  return createExposureConditionalDecision(permission, condition);
}

const approval = {
  connectionId: ids.globex,
  verdict: 'approve',
  reason: 'Globex signed the contract.',
  seenState: 'pending',
  idempotencyKey: 'agent-7c1d2f30',
};

describe('actions for agents', () => {
  let world: Awaited<ReturnType<typeof startPlugin>>;
  beforeEach(async () => {
    const knex = await databases.init('SQLITE_3');
    world = await startPlugin({ knex, policy, groups });
  });
  afterEach(() => world.stop());

  const invoke = async (
    name: string,
    input: JsonObject,
    credentials = mockCredentials.user(petra),
  ) => {
    const id = `test:${name}`;
    const { output } = await world.actions.invoke({ id, input, credentials });
    return output as Record<string, JsonObject[]>;
  };
  const as = (user: string) => mockCredentials.user(user);
  const effects = () =>
    world.provider.calls.filter(call => call.startsWith('decide '));
  const ledger = { entityRef: 'component:default/ledger' };

  it('are three, of which one changes something and says so', async () => {
    const { actions } = await world.actions.list();

    expect(
      actions.map(({ name, attributes }) => [name, attributes.readOnly]),
    ).toEqual([
      ['get-entity-exposures', true],
      ['list-pending-connections', true],
      ['decide-connection', false],
    ]);
  });

  describe('get-entity-exposures', () => {
    it('tells the owner what there is, and no verdict that they may not give', async () => {
      const mine = await invoke('get-entity-exposures', ledger, as(mira));
      const all = await invoke('get-entity-exposures', ledger);

      expect(mine.exposures).toMatchObject([
        {
          id: ids.ledger,
          lifecycle: 'live',
          source: { state: 'fresh' },
          connections: [
            { state: 'pending', verdicts: [] },
            { state: 'pending', verdicts: [] },
          ],
        },
      ]);
      expect(all.exposures).toMatchObject([
        { connections: [{ verdicts: ['approve', 'reject'] }, {}] },
      ]);
    });

    it('tells what nobody could look at, so that no list is taken for all there is', async () => {
      await world.knex('scopes').insert({
        ...(await world.knex('scopes').first()),
        id: 'fake/999988887777/eu-west-1',
        title: 'acme-new · eu-west-1',
        account: '999988887777',
        surveyed_at: null,
        last_outcome: 'failed',
        last_error: 'The role may not be assumed',
      });
      const payments = { entityRef: 'component:default/payments' };

      const mine = await invoke('get-entity-exposures', payments, as(mira));
      const all = await invoke('get-entity-exposures', payments);

      const failed = { title: 'acme-new · eu-west-1', state: 'failed' };
      expect(mine.exposures).toEqual([]);
      expect(mine.sources).toEqual([failed]);
      expect(all.sources).toEqual([
        { ...failed, error: 'The role may not be assumed' },
      ]);
    });

    it('tells a claimant of what is not theirs that it is not', async () => {
      const invoices = { entityRef: 'component:default/invoices' };

      const output = await invoke('get-entity-exposures', invoices, as(jonas));

      expect(output).toMatchObject({
        exposures: [],
        conflicts: [{ nativeId: LEDGER_SERVICE, message: expect.any(String) }],
        unresolved: [],
      });
    });

    it('refuses those who may not read, and audits it', async () => {
      await expect(
        invoke('get-entity-exposures', ledger, as(jonas)),
      ).rejects.toThrow(/may not read/);

      expect(world.audit).toMatchObject([
        {
          eventId: 'exposure-fetch',
          outcome: 'fail',
          error: 'NotAllowedError',
          meta: { via: 'action', actor: jonas },
        },
      ]);
    });

    it.each([
      ['no reference', 'not a ref'],
      ['an entity that is not there', 'component:default/nothing'],
    ])('refuses %s', async (_, entityRef) => {
      await expect(
        invoke('get-entity-exposures', { entityRef }),
      ).rejects.toMatchObject({
        name: expect.stringMatching(/^(Input|NotFound)Error$/),
        message: expect.stringContaining(entityRef),
      });
    });
  });

  describe('list-pending-connections', () => {
    const listed = async (user: string, input: JsonObject = {}) => {
      const output = await invoke('list-pending-connections', input, as(user));
      return output.connections.map(({ id }) => id).sort();
    };

    it('shows each caller what they may read, and that a page goes on', async () => {
      const all = [ids.globex, ids.analytics, ids.search1].sort();

      expect(await listed(petra)).toEqual(all);
      expect(await listed(mira)).toEqual([ids.globex, ids.analytics].sort());
      expect(await listed(jonas)).toEqual([ids.search1]);
      const first = await invoke('list-pending-connections', { limit: 2 });
      const { nextCursor: cursor } = first as { nextCursor?: unknown };
      const second = await invoke('list-pending-connections', {
        ...{ limit: 2, cursor: String(cursor) },
      });
      expect(
        [...first.connections, ...second.connections]
          .map(({ id }) => id)
          .sort(),
      ).toEqual(all);
    });

    it('refuses a caller who may read nothing', async () => {
      await expect(listed('user:default/stranger')).rejects.toThrow(
        /exposure\.read/,
      );
    });
  });

  describe('decide-connection', () => {
    it('decides in the name of the caller, once for a key', async () => {
      const first = await invoke('decide-connection', approval);
      const again = await invoke('decide-connection', approval);
      await waitFor(() => effects().length > 0);
      await waitFor(async () =>
        Boolean(await world.knex('decisions').whereNotNull('ended_at').first()),
      );

      expect(first).toMatchObject({ decidedBy: petra });
      expect(again).toMatchObject({
        decisionId: (first as { decisionId?: unknown }).decisionId,
      });
      expect(effects()).toEqual(['decide approve vpce-0000000000000001']);
      expect(world.audit[0]).toMatchObject({
        eventId: 'connection-mutate',
        severityLevel: 'high',
        outcome: 'success',
        meta: { actor: petra, reason: approval.reason },
      });
    });

    it.each([
      ['an owner who may only read', mockCredentials.user(mira)],
      ['a service', mockCredentials.service()],
    ])('refuses %s, and nothing happens', async (_, credentials) => {
      await expect(
        world.actions.invoke({
          id: 'test:decide-connection',
          input: approval,
          credentials,
        }),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });

      expect(effects()).toEqual([]);
      expect(await world.knex('decisions')).toEqual([]);
      expect(world.audit).toMatchObject([
        { eventId: 'connection-mutate', outcome: 'fail' },
      ]);
    });

    it('refuses a reason that no database can hold, by its name', async () => {
      await expect(
        invoke('decide-connection', { ...approval, reason: 'a\0b' }),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('input/reason'),
      });
      expect(effects()).toEqual([]);
    });

    it('refuses a verdict that the state does not know, and a short key', async () => {
      await expect(
        invoke('decide-connection', {
          ...approval,
          verdict: 'remove',
        }),
      ).rejects.toThrow(/pending/);
      await expect(
        invoke('decide-connection', { ...approval, idempotencyKey: 'x' }),
      ).rejects.toThrow(/idempotencyKey/);
      expect(effects()).toEqual([]);
    });
  });
});
