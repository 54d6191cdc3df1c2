import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import request from 'supertest';
import { demoEntities, ids } from '../__testUtils__/demoWorld';
import { as, startPlugin, waitFor } from '../__testUtils__/startPlugin';

jest.setTimeout(120_000);

const mira = 'user:default/mira';
const jonas = 'user:default/jonas';
const nina = 'user:default/nina';
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });

function user(name: string, annotations: Record<string, string> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default', annotations },
    spec: { profile: { email: `${name}@acme.example` }, memberOf: [] },
  };
}

/** Nobody has told the catalog who nina is on GitHub. */
const users = [
  user('mira', { 'github.com/user-login': 'Mira-Git' }),
  user('jonas', { 'github.com/user-login': 'jonas-git' }),
  user('nina'),
];

const person = (login: string) => ({ login, type: 'User' });
const bot = { login: 'postern[bot]', type: 'Bot' };
const commit = (author: object | null, email = 'x@elsewhere.example') => ({
  ...{ author, committer: person('web-flow') },
  commit: { author: { email }, committer: { email: 'noreply@github.com' } },
});

/** A pull request that a bot opened and pushed, and what GitHub says of it. */
function pullRequest(parts: {
  commits?: object[];
  pushes?: object[];
  count?: number;
  pull?: object;
}) {
  const { commits = [commit(bot)], pushes = [], pull } = parts;
  return {
    pull: {
      ...{ state: 'open', user: bot, commits: parts.count ?? commits.length },
      head: { ref: 'expose', repo: { full_name: 'acme/ledger' } },
      ...pull,
    },
    commits,
    activity: [{ activity_type: 'branch_creation', actor: bot }, ...pushes],
  };
}

async function startGithub() {
  let answers: ReturnType<typeof pullRequest> | undefined;
  const asked: string[] = [];
  const server = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '', 'http://x');
    asked.push(pathname);
    const page = Number(searchParams.get('page') ?? 1);
    const of = (list?: object[]) => list?.slice((page - 1) * 100, page * 100);
    const body = {
      '/api/v3/repos/acme/ledger/pulls/1': answers?.pull,
      '/api/v3/repos/acme/ledger/pulls/1/commits': of(answers?.commits),
      '/api/v3/repos/acme/ledger/activity':
        searchParams.get('ref') === 'refs/heads/expose'
          ? answers?.activity
          : [],
    }[pathname];
    res.writeHead(body ? 200 : 502, { 'content-type': 'application/json' });
    res.end(JSON.stringify(body ?? { message: 'Bad gateway' }));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    asked,
    answer: (now: typeof answers) => {
      answers = now;
    },
    stop: async () => {
      const closed = new Promise(resolve => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

describe.each(databases.eachSupportedId())('four eyes on %s', id => {
  let git: Awaited<ReturnType<typeof startGithub>>;
  let world: Awaited<ReturnType<typeof startPlugin>>;

  const track = (change: { entityRef: string; openedBy?: string }) =>
    request(world.server)
      .post('/api/private-exposure/v1/changes')
      .set('authorization', mockCredentials.service.header())
      .send({
        purpose: 'expose',
        title: 'Expose ledger',
        url: `http://${git.host}/acme/ledger/pull/1`,
        ...change,
      })
      .expect(201);

  beforeEach(async () => {
    git = await startGithub();
    world = await startPlugin({
      knex: await databases.init(id),
      config: { decisions: { fourEyes: true } },
      entities: [...demoEntities, ...users],
      root: {
        integrations: {
          github: [
            {
              host: git.host,
              apiBaseUrl: `http://${git.host}/api/v3`,
              token: 'ghp_local',
            },
          ],
        },
      },
    });
    await track({ entityRef: 'component:default/ledger' });
  });
  afterEach(async () => {
    await world.stop();
    await git.stop();
  });

  const approve = (who: string, connectionId = ids.globex) =>
    request(world.server)
      .post(`/api/private-exposure/v1/connections/${connectionId}/decisions`)
      .set('authorization', as(who))
      .set('idempotency-key', `${who}-${Math.random()}`)
      .send({
        verdict: 'approve',
        reason: 'Globex signed the contract.',
        seen: { state: 'pending' },
      });
  const statusOf = async (decisionId: string) => {
    const { body } = await request(world.server)
      .get(`/api/private-exposure/v1/decisions/${decisionId}`)
      .set('authorization', as(mira));
    return body.status;
  };

  it.each([
    ['opened it', { pull: { user: person('mira-git') } }],
    ['is the author of a commit', { commits: [commit(person('mira-git'))] }],
    [
      'is the committer of one',
      { commits: [{ ...commit(bot), committer: person('mira-git') }] },
    ],
    [
      'is the author by an address that has no account',
      { commits: [commit(null, 'Mira@acme.example')] },
    ],
    [
      'pushed commits in the name of others',
      { pushes: [{ activity_type: 'push', actor: person('mira-git') }] },
    ],
  ])('keeps from approving alone who %s', async (_, parts) => {
    git.answer(pullRequest(parts));

    const first = await approve(mira);
    const second = await approve(jonas);

    expect(first.body.message).toContain('second person');
    expect(second.body.approvals).toEqual([mira, jonas]);
    await waitFor(async () => (await statusOf(first.body.id)) === 'applied');
  });

  it('keeps from approving alone who added to it by a template that they ran for another entity', async () => {
    git.answer(pullRequest({ commits: [{ ...commit(bot), committer: bot }] }));
    await track({ entityRef: 'component:default/payments', openedBy: mira });

    const { body } = await approve(mira);

    expect(body.message).toContain('second person');
    expect(world.provider.calls.join()).not.toContain('decide');
  });

  it.each([
    ['more commits than GitHub lists', { count: 251 }, '251 commits'],
    [
      'commits by an address that nobody has',
      { commits: [commit(null)] },
      'an address that no user',
    ],
    [
      'commits by nobody',
      { commits: [{ author: null, committer: null, commit: {} }] },
      'names nobody',
    ],
    ['a branch in a fork that is gone', { pull: { head: {} } }, 'is gone'],
    ['a host that does not answer', undefined, 'could not be read'],
  ])('takes nobody for a second person with %s', async (_, parts, reason) => {
    git.answer(parts && pullRequest(parts));

    const first = await approve(mira);
    const second = await approve(jonas);

    expect(first.body.message).toContain(reason);
    expect(second.body.message).toContain('second person');
    expect(second.body.message).toContain(reason);
    expect(await statusOf(first.body.id)).toBe('requested');
    expect(world.provider.calls.join()).not.toContain('decide');
    expect(JSON.stringify(second.body)).not.toContain('ghp_local');
  });

  it('takes nobody for a second person where no entity tells which pull requests it came from', async () => {
    await world.knex('exposures').where({ id: ids.ledger }).update({
      owner_tag: null,
      entity_ref: null,
      claim_basis: null,
      claim_confirmed: null,
    });

    const first = await approve(mira);
    const second = await approve(jonas);

    expect(first.body.message).toContain('belongs to no entity');
    expect(second.body.message).toContain('belongs to no entity');
    expect(world.provider.calls.join()).not.toContain('decide');
  });

  it('takes somebody whose login nobody knows for a second person only where no person added anything', async () => {
    const commits = [{ ...commit(bot), committer: bot }];
    const pushes = [{ activity_type: 'push', actor: person('jonas-git') }];
    git.answer(pullRequest({ commits, pushes }));
    const first = await approve(jonas);
    const unknown = await approve(nina);
    git.answer(pullRequest({ commits }));
    const known = await approve(nina);

    expect(first.body.message).toContain('second person');
    expect(unknown.body.message).toContain(
      "'user:default/nina' has no annotation 'github.com/user-login'",
    );
    expect(known.body.message).toBeUndefined();
    await waitFor(async () => (await statusOf(first.body.id)) === 'applied');
  });

  it('needs nobody else where somebody else removed the branch, and asks for a merged one once', async () => {
    const pushes = [
      { activity_type: 'branch_deletion', actor: person('mira-git') },
    ];
    git.answer(
      pullRequest({ pushes, pull: { merged: true, state: 'closed' } }),
    );

    const first = await approve(mira);
    await waitFor(async () => (await statusOf(first.body.id)) === 'applied');
    const calls = git.asked.length;
    const next = await approve(jonas, ids.analytics);
    await waitFor(async () => (await statusOf(next.body.id)) === 'applied');

    expect(calls).toBeGreaterThan(0);
    expect(git.asked).toHaveLength(calls);
  });
});
