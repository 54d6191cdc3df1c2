import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { Octokit } from '@octokit/rest';
import {
  MIRA_TOKEN,
  openTestPullRequest,
  startTestGitHost,
  TEST_TOKEN,
  TestGitHost,
} from './__testUtils__/startTestGitHost';
import { runGit } from './runGit';

const repo = { owner: 'acme', repo: 'payments' };
const NO_COMMIT = '0'.repeat(40);

describe('the activity of a repository', () => {
  const folder = createMockDirectory();
  let git: TestGitHost;
  let portal: Octokit;
  let mira: Octokit;

  beforeEach(async () => {
    folder.clear();
    git = await startTestGitHost();
    const baseUrl = `${git.origin}/api/v3`;
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    portal = new Octokit({ auth: TEST_TOKEN, baseUrl, log });
    mira = new Octokit({ auth: MIRA_TOKEN, baseUrl, log });
  });

  afterEach(() => git.stop());

  const stored = () => git.host.repository('acme/payments').git;

  /** A commit that says somebody else wrote it. */
  async function writeCommit(client: Octokit, parent: string, path: string) {
    const tree = await client.git.createTree({
      ...{ ...repo, base_tree: parent },
      tree: [{ path, mode: '100644', type: 'blob', content: `${path}\n` }],
    });
    const commit = await client.git.createCommit({
      ...{ ...repo, message: path, tree: tree.data.sha, parents: [parent] },
      author: { name: 'Jonas', email: 'jonas@acme.example' },
    });
    return commit.data.sha;
  }

  async function listActivities(ref?: string) {
    const { data } = await portal.repos.listActivities({ ...repo, ref });
    return data;
  }

  it('names who moved a branch over the API, whoever the commits name', async () => {
    const main = await stored().resolveCommit('main');
    const first = await writeCommit(portal, main, 'a');
    const second = await writeCommit(mira, first, 'b');
    const other = await writeCommit(mira, main, 'c');
    await portal.git.createRef({ ...repo, ref: 'refs/heads/x', sha: first });
    const ref = 'heads/x';
    await mira.git.updateRef({ ...repo, ref, sha: second });
    await mira.git.updateRef({ ...repo, ref, sha: other, force: true });
    await portal.git.deleteRef({ ...repo, ref });

    const activities = await listActivities('refs/heads/x');

    expect(
      activities.map(({ activity_type, actor, before, after }) => [
        activity_type,
        actor?.login,
        before,
        after,
      ]),
    ).toEqual([
      ['branch_deletion', 'portal', other, NO_COMMIT],
      ['force_push', 'mira', second, other],
      ['push', 'mira', first, second],
      ['branch_creation', 'portal', NO_COMMIT, first],
    ]);
    expect(activities[0]).toEqual({
      id: expect.any(Number),
      node_id: expect.any(String),
      before: other,
      after: NO_COMMIT,
      ref: 'refs/heads/x',
      timestamp: expect.stringMatching(/^2026-01-05T09:\d\d:\d\d\.000Z$/),
      activity_type: 'branch_deletion',
      actor: expect.objectContaining({ login: 'portal', type: 'User' }),
    });
  });

  it('names who pushed with git, branch by branch', async () => {
    const url = new URL('/acme/payments.git', git.origin);
    // The name is anybody's; the token says who it is.
    url.username = 'jonas';
    url.password = MIRA_TOKEN;
    await runGit(['clone', url.href, 'work'], { cwd: folder.path });
    const cwd = join(folder.path, 'work');
    await writeFile(join(cwd, 'README.md'), '# pushed\n');
    const identity = ['-c', 'user.name=Jonas', '-c', 'user.email=j@x.example'];
    await runGit([...identity, 'commit', '-am', 'Push'], { cwd });
    await runGit(['push', 'origin', 'HEAD:main', 'HEAD:feature/y'], { cwd });

    const onMain = await listActivities('main');
    const onFeature = await listActivities('refs/heads/feature/y');

    expect(onMain[0]).toMatchObject({
      activity_type: 'push',
      actor: { login: 'mira' },
      after: await stored().resolveCommit('main'),
    });
    expect(onFeature).toMatchObject([
      { activity_type: 'branch_creation', actor: { login: 'mira' } },
    ]);
  });

  it('gives each of two pushes at once to who made it', async () => {
    const main = await stored().resolveCommit('main');
    const names = Array.from({ length: 6 }, (_, index) => `n${index}`);

    await Promise.all(
      names.map((name, index) =>
        (index % 2 ? mira : portal).git.createRef({
          ...{ ...repo, ref: `refs/heads/${name}`, sha: main },
        }),
      ),
    );

    const activities = await portal.paginate(portal.repos.listActivities, {
      ...repo,
      activity_type: 'branch_creation',
      per_page: 2,
    });
    const owners = activities.map(({ ref, actor }) => [ref, actor?.login]);
    expect(owners).toHaveLength(new Set(owners.map(([ref]) => ref)).size);
    expect(Object.fromEntries(owners)).toEqual({
      // The world began with it, by mira's address.
      'refs/heads/main': 'mira',
      ...Object.fromEntries(
        names.map((name, index) => [
          `refs/heads/${name}`,
          index % 2 ? 'mira' : 'portal',
        ]),
      ),
    });
  });

  it('tells a merge from a push, and filters by what GitHub filters by', async () => {
    const { number } = await openTestPullRequest(git.host, {
      ...{ branch: 'expose', files: { a: 'a\n' } },
    });
    await mira.pulls.merge({ ...repo, pull_number: number });
    const list = (query: object) =>
      portal
        .request('GET /repos/{owner}/{repo}/activity', { ...repo, ...query })
        .then(({ data }) => data.map(item => item.activity_type));

    expect(await list({ ref: 'main' })).toEqual([
      'pr_merge',
      'branch_creation',
    ]);
    expect(await list({ ref: 'main', direction: 'asc' })).toEqual([
      'branch_creation',
      'pr_merge',
    ]);
    expect(await list({ activity_type: 'pr_merge' })).toEqual(['pr_merge']);
    expect(await list({ actor: 'portal' })).toEqual([]);
    expect(await list({ time_period: 'day' })).toHaveLength(2);
    await expect(list({ activity_type: 'pull' })).rejects.toMatchObject({
      status: 422,
    });
  });

  it('lists commits page by page, with the accounts that their addresses have', async () => {
    const repository = stored();
    let tip = await repository.resolveCommit('main');
    const tree = await writeCommit(mira, tip, 'a');
    const author = { name: 'M', date: '2026-01-05T09:00:00Z' };
    for (const email of ['Mira@acme.example', 'x@y.example', 'z@y.example']) {
      tip = await repository.writeCommit({
        ...{ tree, parents: [tip], message: email },
        author: { ...author, email },
      });
    }
    await mira.git.createRef({ ...repo, ref: 'refs/heads/many', sha: tip });
    const pull = await mira.pulls.create({
      ...repo,
      head: 'many',
      base: 'main',
      title: 'Many',
    });

    const pages = await Promise.all(
      [1, 2].map(page =>
        portal.pulls.listCommits({
          ...repo,
          pull_number: pull.data.number,
          per_page: 2,
          page,
        }),
      ),
    );

    expect(pull.data.commits).toBe(3);
    expect(
      pages.map(({ data }) => data.map(({ author: who }) => who?.login)),
    ).toEqual([['mira', undefined], [undefined]]);
  });
});
