import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DecisionRefusedError } from '@postern/backstage-plugin-private-exposure-node';
import { surveyedConnection } from '@postern/backstage-plugin-private-exposure-node/testUtils';
import request from 'supertest';
import { expectAnswersDocument } from '../__testUtils__/answersDocument';
import { ids, LEDGER_SERVICE } from '../__testUtils__/demoWorld';
import {
  as,
  startPlugin,
  type StartPluginOptions,
  waitFor,
} from '../__testUtils__/startPlugin';

jest.setTimeout(120_000);

const petra = 'user:default/petra';
const jonas = 'user:default/jonas';
const mira = 'user:default/mira';
const path = '/v1/connections/{connectionId}/decisions';
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
type World = Awaited<ReturnType<typeof startPlugin>>;

const approval = {
  verdict: 'approve',
  reason: 'Globex signed the contract.',
  seen: { state: 'pending' },
};

function decide(
  world: World,
  user: string,
  options: { body?: object; key?: string; connectionId?: string } = {},
) {
  const { body = approval, connectionId = ids.globex } = options;
  return request(world.server)
    .post(`/api/private-exposure/v1/connections/${connectionId}/decisions`)
    .set('authorization', as(user))
    .set('idempotency-key', options.key ?? `${user}-${Math.random()}`)
    .send(body);
}

async function outcomeOf(world: World, decisionId: string) {
  const read = () =>
    request(world.server)
      .get(`/api/private-exposure/v1/decisions/${decisionId}`)
      .set('authorization', as(petra));
  await waitFor(async () => Boolean((await read()).body.endedAt));
  return (await read()).body;
}

function effects(world: World): string[] {
  return world.provider.calls.filter(call => call.startsWith('decide '));
}

/** The cloud takes its time, as clouds do: until the returned function is called. */
function holdDecide({ provider }: World): () => void {
  let letGo = () => {};
  const held = new Promise<void>(resolve => {
    letGo = resolve;
  });
  const decideNow = provider.decide.bind(provider);
  provider.decide = async (...call) => {
    await held;
    return decideNow(...call);
  };
  return letGo;
}

describe.each(databases.eachSupportedId())('decisions on %s', id => {
  let world: World;

  async function start(options: Omit<StartPluginOptions, 'knex'> = {}) {
    world = await startPlugin({ knex: await databases.init(id), ...options });
  }
  afterEach(async () => {
    await world.stop();
  });

  it('carries an approval out, and records both readings', async () => {
    await start();

    const response = await decide(world, petra);
    const decision = await outcomeOf(world, response.body.id);

    expect(response.status).toBe(202);
    expectAnswersDocument(response, 'post', path);
    expect(decision).toMatchObject({
      status: 'applied',
      decidedBy: petra,
      before: { found: true, state: 'pending' },
      after: { found: true, state: 'connected' },
      message: 'The connection is now connected.',
    });
    expect(effects(world)).toEqual(['decide approve vpce-0000000000000001']);
    expect(world.audit).toContainEqual(
      expect.objectContaining({
        eventId: 'connection-mutate',
        severityLevel: 'high',
        outcome: 'success',
        meta: expect.objectContaining({ queryType: 'approve' }),
      }),
    );
  });

  it('stores nothing when the exposure goes to another entity while the policy thinks', async () => {
    let hasMoved = false;
    await start({
      policy: async permission => {
        if (permission.name === 'private-exposure.connection.approve') {
          await world
            .knex('exposures')
            .where({ id: ids.ledger })
            .update({ entity_ref: 'component:default/payments' });
          hasMoved = true;
        }
        return undefined;
      },
    });

    const response = await decide(world, petra);

    expect(hasMoved).toBe(true);
    expect(response.status).toBe(409);
    expect(response.body.error.message).toMatch(/went to another entity/);
    await expect(world.knex('decisions')).resolves.toEqual([]);
    expect(effects(world)).toEqual([]);
  });

  it('shows the new state and the decision on the page at once, and tells open pages', async () => {
    await start();

    const { body } = await decide(world, petra);
    await outcomeOf(world, body.id);
    await waitFor(async () => {
      const page = await request(world.server)
        .get(`/api/private-exposure/v1/exposures/${ids.ledger}`)
        .set('authorization', as(petra));
      const connection = page.body.connections.find(
        (c: { id: string }) => c.id === ids.globex,
      );
      return (
        connection.state === 'connected' &&
        connection.decision.status === 'applied' &&
        connection.verdicts[0] === 'remove'
      );
    });
    await waitFor(() => world.signals.publish.mock.calls.length > 0);

    const events = await request(world.server)
      .get(`/api/private-exposure/v1/exposures/${ids.ledger}/events`)
      .set('authorization', as(petra));
    const types = events.body.items.map((e: { type: string }) => e.type);
    expect(types).toEqual(
      expect.arrayContaining([
        'decision-requested',
        'decision-ended',
        'connection-state-changed',
      ]),
    );
  });

  it('calls a consumer by its configured name wherever it is shown', async () => {
    await start({ config: { accountNames: { '444455556666': 'globex' } } });
    const get = async (route: string) =>
      (
        await request(world.server)
          .get(`/api/private-exposure/v1/${route}`)
          .set('authorization', as(petra))
      ).body;

    const waiting = (await get('connections?state=pending')).items.find(
      (c: { id: string }) => c.id === ids.globex,
    );
    const { body } = await decide(world, petra);
    const [listed] = (await get('decisions')).items;
    const page = await get(`exposures/${ids.ledger}`);
    const connection = page.connections.find(
      (c: { id: string }) => c.id === ids.globex,
    );

    const shown = [waiting, body, listed, await outcomeOf(world, body.id)];
    expect(
      [...shown, connection, connection.decision].map(
        ({ consumer }) => consumer.accountName,
      ),
    ).toEqual(Array(6).fill('globex'));
  });

  it('gives the same decision for the same key, and one effect', async () => {
    await start();

    const first = await decide(world, petra, { key: 'same-click-1' });
    await outcomeOf(world, first.body.id);
    const second = await decide(world, petra, { key: 'same-click-1' });

    expect(second.status).toBe(202);
    expect(second.body.id).toBe(first.body.id);
    expect(effects(world)).toHaveLength(1);
  });

  it('refuses a key that was used for another verdict', async () => {
    await start();

    const first = await decide(world, petra, { key: 'same-click-1' });
    await outcomeOf(world, first.body.id);
    const second = await decide(world, petra, {
      key: 'same-click-1',
      body: { ...approval, verdict: 'reject' },
    });

    expect(second.status).toBe(409);
    expect(second.body.error.message).toContain('Idempotency-Key');
  });

  it('gives two people at the same time one effect and one 409', async () => {
    await start();
    const bothAnswered = holdDecide(world);

    const answers = await Promise.all([
      decide(world, petra),
      decide(world, mira),
    ]);
    bothAnswered();
    const winner = answers.find(({ status }) => status === 202);
    await outcomeOf(world, winner?.body.id);

    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    expect(effects(world)).toHaveLength(1);
  });

  it('does nothing if the endpoint was replaced between view and click', async () => {
    await start();
    world.cloud.connections[0] = surveyedConnection({
      nativeId: 'vpce-0000000000000001',
      exposureNativeId: LEDGER_SERVICE,
      consumer: {
        account: '999988887777',
        region: 'eu-west-1',
        endpointId: 'vpce-0000000000000001',
      },
    });

    const { body } = await decide(world, petra);
    const decision = await outcomeOf(world, body.id);

    expect(decision).toMatchObject({
      status: 'superseded',
      message: expect.stringContaining(
        'The account was 444455556666 and is now 999988887777.',
      ),
    });
    expect(effects(world)).toEqual([]);
  });

  it('does nothing if the connection has another state by now', async () => {
    await start();
    world.cloud.connections[0].state = 'connected';

    const { body } = await decide(world, petra);

    expect(await outcomeOf(world, body.id)).toMatchObject({
      status: 'superseded',
      message: expect.stringContaining('was pending and is now connected'),
    });
    expect(effects(world)).toEqual([]);
  });

  it('records what the cloud refused, and lets somebody try again', async () => {
    await start();
    world.provider.decideError = new DecisionRefusedError('quota exceeded');

    const { body } = await decide(world, petra);
    const decision = await outcomeOf(world, body.id);
    world.provider.decideError = undefined;
    const again = await decide(world, petra);

    expect(decision).toMatchObject({
      status: 'failed',
      message: 'The cloud refused: quota exceeded',
      after: { state: 'pending' },
    });
    expect(again.status).toBe(202);
    expect(await outcomeOf(world, again.body.id)).toMatchObject({
      status: 'applied',
    });
  });

  it('says so if no effect shows in time', async () => {
    await start({ config: { decisions: { effectTimeout: '1s' } } });
    world.provider.decideError = new Error('socket hang up');

    const { body } = await decide(world, petra);

    expect(await outcomeOf(world, body.id)).toMatchObject({
      status: 'unconfirmed',
      message: expect.stringContaining('socket hang up'),
    });
  });

  it.each([
    ['no reason', { ...approval, reason: ' ' }, 400, 'reason'],
    ['no seen', { verdict: 'approve', reason: 'x' }, 400, 'seen'],
    ['an unknown verdict', { ...approval, verdict: 'hug' }, 400, 'verdict'],
    [
      'a verdict that the state does not know',
      { ...approval, verdict: 'remove' },
      409,
      'pending',
    ],
  ])('refuses %s', async (_, body, status, text) => {
    await start();

    const response = await decide(world, petra, { body });

    expect(response.status).toBe(status);
    expectAnswersDocument(response, 'post', path);
    expect(response.body.error.message).toContain(text);
    expect(effects(world)).toEqual([]);
  });

  it('refuses a request without an idempotency key, and names it', async () => {
    await start();

    const response = await request(world.server)
      .post(`/api/private-exposure/v1/connections/${ids.globex}/decisions`)
      .set('authorization', as(petra))
      .send(approval);

    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain('idempotency-key');
  });

  it('answers 404 for a connection that nobody has, and 401 and 403 to whom may not decide, all audited', async () => {
    await start({
      policy: permission =>
        permission.name === 'private-exposure.connection.approve'
          ? { result: AuthorizeResult.DENY }
          : undefined,
    });

    const unknown = await decide(world, petra, { connectionId: 'none' });
    const denied = await decide(world, petra);
    const service = await request(world.server)
      .post(`/api/private-exposure/v1/connections/${ids.globex}/decisions`)
      .set('authorization', mockCredentials.service.header())
      .set('idempotency-key', 'service-key')
      .send(approval);

    expect([unknown.status, denied.status, service.status]).toEqual([
      404, 403, 403,
    ]);
    expect(world.audit).toMatchObject([
      { outcome: 'fail', severityLevel: 'high', error: 'NotFoundError' },
      { outcome: 'fail', severityLevel: 'high', error: 'NotAllowedError' },
      { outcome: 'fail', severityLevel: 'high', error: 'NotAllowedError' },
    ]);
  });

  it('allows no decision through an annotation that nothing confirms, unless the operator says so', async () => {
    await start();
    const refused = await decide(world, petra, { connectionId: ids.search1 });
    await world.stop();
    await start({
      config: { decisions: { dangerouslyAllowUnconfirmedClaims: true } },
    });

    const allowed = await decide(world, petra, { connectionId: ids.search1 });

    expect(refused.status).toBe(403);
    expect(allowed.status).toBe(202);
    await outcomeOf(world, allowed.body.id);
  });

  describe('with four eyes', () => {
    const config = {
      decisions: {
        fourEyes: true,
        consumerOwners: { '444455556666': ['group:default/team-payments'] },
      },
    };
    const groups = { [mira]: ['group:default/team-payments'] };

    it('waits for a second person where the first owns the consumer', async () => {
      await start({ config, groups });

      const first = await decide(world, mira);
      const alone = await decide(world, mira);
      const second = await decide(world, jonas);
      const decision = await outcomeOf(world, first.body.id);

      expect(first.body.message).toContain('second person');
      expect(alone.status).toBe(409);
      expect(second.body.id).toBe(first.body.id);
      expect(decision).toMatchObject({
        status: 'applied',
        decidedBy: mira,
        approvals: [mira, jonas],
      });
      expect(effects(world)).toHaveLength(1);
    });

    it.each(['open', 'merged', 'closed'])(
      'waits for a second person where the first opened the change, which is %s',
      async state => {
        await start({ config, groups });
        await request(world.server)
          .post('/api/private-exposure/v1/changes')
          .set('authorization', mockCredentials.service.header())
          .send({
            entityRef: 'component:default/ledger',
            purpose: 'expose',
            title: 'Expose ledger',
            url: 'https://github.com/acme/ledger/pull/1',
            openedBy: jonas,
          });
        await world.knex('changes').update({ state });

        const { body } = await decide(world, jonas);

        expect(body.message).toContain('second person');
        expect(effects(world)).toEqual([]);
      },
    );

    it.each([
      ['the entity', 'component:default/ledger'],
      ['another entity', 'component:default/payments'],
    ])(
      'waits for a second person where the first added to the change that somebody opened for %s',
      async (_, entityRef) => {
        await start({ config, groups });
        const track = (change: { entityRef: string; openedBy: string }) =>
          request(world.server)
            .post('/api/private-exposure/v1/changes')
            .set('authorization', mockCredentials.service.header())
            .send({
              purpose: 'expose',
              title: 'Expose ledger',
              url: 'https://github.com/acme/ledger/pull/1',
              ...change,
            })
            .expect(201);
        await track({ entityRef, openedBy: mira });
        await track({ entityRef: 'component:default/ledger', openedBy: jonas });

        const { body } = await decide(world, jonas);

        expect(body.message).toContain('second person');
        expect(effects(world)).toEqual([]);
      },
    );

    it('lets a rejection pass while an approval waits', async () => {
      await start({ config, groups });

      const first = await decide(world, mira);
      const rejection = await decide(world, jonas, {
        body: { ...approval, verdict: 'reject' },
      });
      await outcomeOf(world, rejection.body.id);

      expect(await outcomeOf(world, first.body.id)).toMatchObject({
        status: 'superseded',
      });
      expect(effects(world)).toEqual(['decide reject vpce-0000000000000001']);
    });

    it('needs nobody else where the first has no stake', async () => {
      await start({ config, groups });

      const { body } = await decide(world, jonas);

      expect(await outcomeOf(world, body.id)).toMatchObject({
        status: 'applied',
      });
    });
  });
});
