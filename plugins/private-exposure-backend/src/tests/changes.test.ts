import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { exposureReadPermission } from '@postern/backstage-plugin-private-exposure-common';
import request from 'supertest';
import { expectAnswersDocument } from '../__testUtils__/answersDocument';
import { ids, SCOPE } from '../__testUtils__/demoWorld';
import { as, startPlugin, waitFor } from '../__testUtils__/startPlugin';
import { DatabaseRequestStore } from '../changes/DatabaseRequestStore';
import {
  createExposureConditionalDecision,
  exposureConditions,
} from '../permissions/conditionExports';

jest.setTimeout(120_000);

const petra = 'user:default/petra';
const mira = 'user:default/mira';
type ReadCondition = Parameters<typeof createExposureConditionalDecision>[1];
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });

/** A Git host with the two lines of GitHub's API that matter here. */
async function startGitHost() {
  const pulls = new Map<string, object>();
  const tokens: (string | undefined)[] = [];
  const server: Server = createServer((req, res) => {
    tokens.push(req.headers.authorization);
    const body = pulls.get(req.url ?? '');
    res.statusCode = body ? 200 : 502;
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify(body ?? { message: 'Bad gateway' }));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    pulls,
    tokens,
    stop: async () => {
      const closed = new Promise(resolve => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

describe.each(databases.eachSupportedId())('changes on %s', id => {
  let git: Awaited<ReturnType<typeof startGitHost>>;
  let world: Awaited<ReturnType<typeof startPlugin>>;
  /** What mira may read; everybody else reads everything. */
  let readable: PolicyDecision;

  beforeEach(async () => {
    git = await startGitHost();
    readable = { result: AuthorizeResult.ALLOW };
    world = await startPlugin({
      knex: await databases.init(id),
      policy: (permission, user) =>
        user === mira && permission.name === exposureReadPermission.name
          ? readable
          : undefined,
      config: { changes: { pollInterval: { milliseconds: 200 } } },
      root: {
        integrations: {
          github: [
            {
              host: git.host,
              apiBaseUrl: `http://${git.host}/api/v3`,
              token: 'ghp_local',
            },
          ],
          gitlab: [
            {
              host: 'gitlab.example',
              baseUrl: 'http://gitlab.example',
              apiBaseUrl: 'http://gitlab.example/api/v4',
              token: 'glpat_with_a_line\nbreak',
            },
          ],
        },
      },
    });
  });
  afterEach(async () => {
    await world.stop();
    await git.stop();
  });

  const track = (url: string, more: object = {}) =>
    request(world.server)
      .post('/api/private-exposure/v1/changes')
      .set('authorization', mockCredentials.service.header())
      .send({
        entityRef: 'component:default/payments',
        purpose: 'expose',
        kind: 'aws-endpoint-service',
        title: 'Expose payments',
        openedBy: 'user:default/mira',
        url,
        ...more,
      });
  /** One round of the tracker, as its schedule would have it. */
  const poll = () => world.runTask('follow-changes');
  const list = async (query = '') => {
    await poll();
    const response = await request(world.server)
      .get(`/api/private-exposure/v1/changes${query}`)
      .set('authorization', as(petra));
    expectAnswersDocument(response, 'get', '/v1/changes');
    return response.body.items;
  };
  const pull = (number: number) =>
    `http://${git.host}/acme/payments/pull/${number}`;

  it('tracks a pull request once, and follows it to the merge with the host’s credentials', async () => {
    git.pulls.set('/api/v3/repos/acme/payments/pulls/1', { state: 'open' });

    const first = await track(pull(1));
    const second = await track(pull(1));
    const page = await request(world.server)
      .get(
        '/api/private-exposure/v1/entities/component/default/payments/exposures',
      )
      .set('authorization', as(petra));
    git.pulls.set('/api/v3/repos/acme/payments/pulls/1', {
      state: 'closed',
      merged: true,
      merged_at: '2026-11-21T08:00:00Z',
      title: 'Expose payments over AWS PrivateLink',
    });
    await waitFor(async () => (await list('?state=merged')).length === 1);

    expect(first.status).toBe(201);
    expectAnswersDocument(first, 'post', '/v1/changes');
    expect(second.body.id).toBe(first.body.id);
    expect(page.body.changes).toMatchObject([{ state: 'open' }]);
    expect(await list()).toMatchObject([
      {
        state: 'merged',
        endedAt: '2026-11-21T08:00:00.000Z',
        title: 'Expose payments over AWS PrivateLink',
        source: { state: 'fresh' },
      },
    ]);
    expect(git.tokens.every(token => token?.includes('ghp_local'))).toBe(true);
  });

  it('keeps what the linter said of a change, and the latest of it', async () => {
    const finding = {
      ruleId: 'infrastructure/acceptance-off',
      severity: 'warning',
      message: 'Takes every connection <b>without</b> asking',
      remedy: 'Set acceptance_required = true.',
      path: 'infra/privatelink.tf',
      line: 9,
    };
    await track(pull(1), { findings: [finding], findingCount: 7 });
    await track(pull(2), { findings: [] });
    await track(pull(3));
    const again = await track(pull(1), { findings: [finding, finding] });
    await track(pull(1));

    expectAnswersDocument(again, 'post', '/v1/changes');
    const { body } = await request(world.server)
      .get(
        '/api/private-exposure/v1/entities/component/default/payments/exposures',
      )
      .set('authorization', as(petra));
    const told = Object.fromEntries(
      [...body.changes, ...(await list())].map(
        ({ url, findings, findingCount }) => [url, { findings, findingCount }],
      ),
    );
    expect(told).toEqual({
      [pull(1)]: { findings: [finding, finding], findingCount: 2 },
      [pull(2)]: { findings: [], findingCount: 0 },
      [pull(3)]: {},
    });
  });

  it.each([
    [{ findings: [{ ruleId: 'a' }] }, 'severity'],
    [{ findings: Array(51).fill({}) }, 'findings'],
    [{ findings: 'none' }, 'findings'],
  ])('refuses findings that are none: %j', async (more, field) => {
    const response = await track(pull(1), more);

    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(field);
  });

  it('knows a change by the id of its request, and shows that id to nobody', async () => {
    const requestId = '3f0c9a52-7d0e-4b1c-9a55-0d1e2f3a4b5c';
    git.pulls.set('/api/v3/repos/acme/payments/pulls/1', { state: 'open' });
    const store = DatabaseRequestStore.create({ knex: world.knex });
    const find = async (wanted: string) => {
      const asked = { requestIds: [wanted], accounts: [] };
      return (await store.findRequests(asked)).changes;
    };

    const tracked = await track(pull(1), { requestId });
    const again = await track(pull(1));

    expect(tracked.status).toBe(201);
    expect(await find(requestId)).toMatchObject([
      { id: tracked.body.id, requestId },
    ]);
    expect(await find('3f0c9a52-7d0e-4b1c-9a55-0d1e2f3a4b5d')).toEqual([]);
    expect(
      JSON.stringify([tracked.body, again.body, await list()]),
    ).not.toContain(requestId);
  });

  it('refuses a request id that could be guessed', async () => {
    const { status, body } = await track(pull(1), { requestId: '7' });

    expect(status).toBe(400);
    expect(body.error.message).toContain('requestId');
  });

  it('keeps what it knew of a change whose host does not answer, and follows the others', async () => {
    git.pulls.set('/api/v3/repos/acme/payments/pulls/2', {
      state: 'closed',
      closed_at: '2026-11-21T08:00:00Z',
    });

    await track(pull(1));
    await track(pull(2));
    await waitFor(async () => (await list('?state=closed')).length === 1);
    await waitFor(
      async () => (await list('?state=open'))[0]?.source.state === 'failed',
    );

    expect(await list('?state=open')).toMatchObject([
      { url: pull(1), source: { error: expect.stringContaining('502') } },
    ]);
  });

  it('asks seldom for a pull request that has not moved for long, and in the next round where a person asks', async () => {
    const long = new Date(Date.now() - 7 * 24 * 3_600_000).toISOString();
    const answer = { state: 'open', updated_at: long };
    git.pulls.set('/api/v3/repos/acme/payments/pulls/1', answer);
    await track(pull(1), { entityRef: 'component:default/orders' });
    const read = async () => (await world.knex('changes').first()) ?? {};
    await waitFor(async () => {
      await poll();
      return (await read()).checked_at !== null;
    });

    const asked = await read();
    // As if nothing were due for an hour.
    await world
      .knex('changes')
      .update({ due_at: new Date(Date.now() + 3_600_000) });
    const refreshed = await request(world.server)
      .post(`/api/private-exposure/v1/exposures/${ids.orders}/refresh`)
      .set('authorization', as(petra));

    await waitFor(async () => {
      await poll();
      return Number((await read()).checked_at) > Number(asked.checked_at);
    });

    // A round is 200 ms here.
    const wait = Number(asked.due_at) - Number(asked.checked_at);
    expect(wait).toBe(59.5 * 200);
    expect(refreshed.status).toBe(202);
  });

  it('asks in the next round for what somebody looks at, but not again and again', async () => {
    git.pulls.set('/api/v3/repos/acme/payments/pulls/1', { state: 'open' });
    await track(pull(1));
    const view = () =>
      request(world.server)
        .get(
          '/api/private-exposure/v1/entities/component/default/payments/exposures',
        )
        .set('authorization', as(petra));
    const setTimes = (checkedBefore: number) =>
      world.knex('changes').update({
        checked_at: new Date(Date.now() - checkedBefore),
        due_at: new Date(Date.now() + 3_600_000),
      });
    const isDue = async () => {
      const { due_at: dueAt } = await world.knex('changes').first();
      return new Date(dueAt).getTime() <= Date.now();
    };
    // In the future: until an hour has gone by, whoever looks changes nothing.
    await setTimes(-3_600_000);
    await view();
    await view();
    const before = await isDue();
    await setTimes(1_000);

    await waitFor(async () => {
      await view();
      return isDue();
    });

    expect(before).toBe(false);
  });

  it('shows nobody the token of a host that cannot be asked with it', async () => {
    await track('http://gitlab.example/acme/payments/-/merge_requests/1');

    await waitFor(
      async () => (await list('?state=open'))[0]?.source.state === 'failed',
    );

    expect(JSON.stringify(await list())).not.toContain('glpat');
  });

  it('ties a change to the exposure that appears for its entity afterwards', async () => {
    git.pulls.set('/api/v3/repos/acme/payments/pulls/3', { state: 'open' });
    const { body } = await track(pull(3));
    await world
      .knex('exposures')
      .where({ id: ids.unclaimed })
      .update({
        entity_ref: 'component:default/payments',
        first_seen_at: new Date(Date.parse(body.openedAt) + 1000),
      });

    await waitFor(async () => (await list())[0].exposureId === ids.unclaimed);

    const events = await request(world.server)
      .get(`/api/private-exposure/v1/exposures/${ids.unclaimed}/events`)
      .set('authorization', as(petra));
    expect(
      events.body.items.map((event: { type: string }) => event.type),
    ).toContain('change-opened');
  });

  it.each([
    ['a host that no integration has', 'http://evil.example/a/b/pull/1', 'url'],
    ['an address that is no pull request', 'HOST/acme/payments', 'url'],
    ['a path that climbs', 'HOST/acme/payments/pull/1/../../../admin', 'url'],
    ['no address', 'payments', 'url'],
    [
      'a script on a known host',
      'SCRIPT/%0aalert(document.cookie)/x/pull/1',
      'url',
    ],
    ['a password', 'LOGIN/acme/payments/pull/1', 'url'],
    ['escaped slashes', 'HOST/..%2f..%2fuser/x/pull/1', 'url'],
    ['escapes that are none', 'GITLAB/a/%zz/-/merge_requests/1', 'url'],
    ['escaped slashes on GitLab', 'GITLAB/a/..%2fb/-/merge_requests/1', 'url'],
  ])('answers 400 for %s', async (_, url, field) => {
    const response = await track(
      url
        .replace('HOST', `http://${git.host}`)
        .replace('SCRIPT', `javascript://${git.host}`)
        .replace('LOGIN', `http://mira:pw@${git.host}`)
        .replace('GITLAB', 'http://gitlab.example'),
    );

    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(field);
  });

  it('answers 400 for an entity reference that is none', async () => {
    const response = await track(pull(1), { entityRef: 'not a ref' });

    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain('entityRef');
  });

  it('takes changes from services only, and audits who else tried', async () => {
    const response = await request(world.server)
      .post('/api/private-exposure/v1/changes')
      .set('authorization', as(petra))
      .send({
        entityRef: 'component:default/payments',
        purpose: 'expose',
        title: 'x',
        url: pull(1),
      });

    expect(response.status).toBe(403);
    expect(world.audit).toMatchObject([
      { eventId: 'change-mutate', outcome: 'fail', error: 'NotAllowedError' },
    ]);
  });

  describe('over all entities', () => {
    /** Of payments nothing is seen yet; what came out of the change for orders has a consumer. */
    async function trackTwo() {
      await track(pull(1));
      const entityRef = 'component:default/orders';
      await track(pull(2), { entityRef, kind: 'aws-load-balancer' });
      await world
        .knex('changes')
        .where({ url: pull(2) })
        .update({ exposure_id: ids.orders });
    }
    const listed = async (condition: ReadCondition, query = '') => {
      readable = createExposureConditionalDecision(
        exposureReadPermission,
        condition,
      );
      const response = await request(world.server)
        .get(`/api/private-exposure/v1/changes${query}`)
        .set('authorization', as(mira));
      expectAnswersDocument(response, 'get', '/v1/changes');
      return response.body.items.map((change: { url: string }) => change.url);
    };
    const { isEntityOwner, isKind, isInScope, hasConsumerAccount } =
      exposureConditions;
    const ofPayments = isEntityOwner({
      claims: ['group:default/team-payments'],
    });
    const cases: [string, ReadCondition, number[]][] = [
      ['the owner', ofPayments, [1]],
      ['everybody but the owner', { not: ofPayments }, [2]],
      ['readers of a kind', isKind({ kinds: ['aws-load-balancer'] }), [2]],
      ['readers of a scope', isInScope({ scopeIds: [SCOPE] }), [2]],
      ['all others', { not: isInScope({ scopeIds: [SCOPE] }) }, [1]],
      [
        'readers of a consumer',
        hasConsumerAccount({ accounts: ['444455556666'] }),
        [2],
      ],
    ];

    it.each(cases)('shows %s what is theirs to read', async (_, only, mine) => {
      await trackTwo();

      expect(await listed(only)).toEqual(mine.map(pull));
    });

    it('fills pages with what the caller may read', async () => {
      for (const number of [1, 2, 3]) {
        const isOurs = number !== 2;
        const { body } = await track(pull(number), {
          entityRef: `component:default/${isOurs ? 'payments' : 'orders'}`,
        });
        // Opened in the same millisecond, two have no order that a test could know.
        await waitFor(() => Date.now() > Date.parse(body.openedAt));
      }

      expect(await listed(ofPayments, '?limit=2')).toEqual([pull(3), pull(1)]);
    });

    it('refuses whom every exposure is denied', async () => {
      await trackTwo();
      readable = { result: AuthorizeResult.DENY };
      const response = await request(world.server)
        .get('/api/private-exposure/v1/changes')
        .set('authorization', as(mira));

      expect(response.status).toBe(403);
    });
  });

  it('shows of one entity what the caller may read, on its page, in the listing and in summaries', async () => {
    await track(pull(1));
    await track(pull(2), { kind: 'aws-load-balancer' });
    const summarize = async () => {
      const { body } = await request(world.server)
        .post('/api/private-exposure/v1/exposures/by-entity-refs')
        .set('authorization', as(mira))
        .send({ entityRefs: ['component:default/payments'] });
      return body.items;
    };
    const everything = await summarize();
    readable = createExposureConditionalDecision(exposureReadPermission, {
      not: exposureConditions.isKind({ kinds: ['aws-load-balancer'] }),
    });
    const read = (path: string) =>
      request(world.server)
        .get(`/api/private-exposure/v1/${path}`)
        .set('authorization', as(mira));

    const page = await read('entities/component/default/payments/exposures');
    const listing = await read(
      'changes?entityRef=component%3Adefault%2Fpayments',
    );

    expect(page.body.changes).toMatchObject([{ url: pull(1) }]);
    expect(listing.body.items).toMatchObject([{ url: pull(1) }]);
    expect(everything).toMatchObject([{ openChanges: 2 }]);
    expect(await summarize()).toMatchObject([{ openChanges: 1 }]);
  });

  it('answers 404 for the changes of an entity that is not in the catalog', async () => {
    const response = await request(world.server)
      .get(
        '/api/private-exposure/v1/changes?entityRef=component%3Adefault%2Fnothing',
      )
      .set('authorization', as(petra));

    expect(response.status).toBe(404);
  });
});
