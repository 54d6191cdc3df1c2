import { Octokit } from '@octokit/rest';
import {
  openTestPullRequest,
  startTestGitHost,
  TEST_TOKEN,
  TestGitHost,
} from './__testUtils__/startTestGitHost';

const repo = { owner: 'acme', repo: 'payments' };

describe('the Git host, seen by Octokit', () => {
  let git: TestGitHost;
  let octokit: Octokit;

  beforeEach(async () => {
    git = await startTestGitHost();
    octokit = createClient(TEST_TOKEN);
  });

  afterEach(() => git.stop());

  function createClient(auth: string | undefined) {
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    return new Octokit({ auth, log, baseUrl: `${git.origin}/api/v3` });
  }

  /** A file's bytes; `repos.getContent` types them as the JSON that it gets without the raw format. */
  async function readRaw(path: string): Promise<string> {
    const { data } = await octokit.request<ArrayBuffer>({
      method: 'GET',
      url: '/repos/{owner}/{repo}/contents/{path}',
      ...repo,
      path,
      mediaType: { format: 'raw' },
    });
    return Buffer.from(data).toString();
  }

  it('refuses a wrong token and no token', async () => {
    for (const token of ['wrong', '__proto__', undefined]) {
      await expect(createClient(token).repos.get(repo)).rejects.toMatchObject({
        status: 401,
      });
    }
  });

  it('shows the repository, its branches and the user', async () => {
    const { data } = await octokit.repos.get(repo);
    expect(data).toMatchObject({
      full_name: 'acme/payments',
      default_branch: 'main',
      html_url: `${git.origin}/acme/payments`,
      permissions: { push: true },
    });
    const branches = await octokit.repos.listBranches(repo);
    expect(branches.data.map(branch => branch.name)).toEqual(['main']);
    const user = await octokit.users.getAuthenticated();
    expect(user.data.login).toBe('portal');
    await expect(
      octokit.repos.get({ owner: 'acme', repo: 'none' }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('reads files with odd names, folders and raw bytes', async () => {
    const path = 'docs/a b/ü.md';
    const { data } = await octokit.repos.getContent({ ...repo, path });
    expect(data).toMatchObject({ type: 'file', path, encoding: 'base64' });
    const folder = await octokit.repos.getContent({ ...repo, path: 'k8s' });
    expect(folder.data).toEqual([
      expect.objectContaining({ type: 'file', path: 'k8s/payments.yaml' }),
    ]);
    expect(await readRaw(path)).toBe('odd names work\n');
    await expect(
      octokit.repos.getContent({ ...repo, path: 'k8s/none.yaml' }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('builds a commit from blobs and trees, with deletions and executables', async () => {
    const main = await octokit.git.getRef({ ...repo, ref: 'heads/main' });
    const parent = main.data.object.sha;
    const blob = await octokit.git.createBlob({
      ...repo,
      content: Buffer.from([0, 1, 255]).toString('base64'),
      encoding: 'base64',
    });
    const base = await octokit.git.getCommit({ ...repo, commit_sha: parent });
    const tree = await octokit.git.createTree({
      ...repo,
      base_tree: base.data.tree.sha,
      tree: [
        { path: 'bin/data', mode: '100644', type: 'blob', sha: blob.data.sha },
        {
          path: 'bin/run',
          mode: '100755',
          type: 'blob',
          content: '#!/bin/sh\n',
        },
        { path: 'README.md', mode: '100644', type: 'blob', sha: null },
      ],
    });
    const commit = await octokit.git.createCommit({
      ...repo,
      message: 'Line one\n\nLine two',
      tree: tree.data.sha,
      parents: [parent],
    });
    await octokit.git.createRef({
      ...repo,
      ref: 'refs/heads/feature/x',
      sha: commit.data.sha,
    });

    const listing = await octokit.git.getTree({
      ...repo,
      tree_sha: 'feature/x',
      recursive: 'true',
    });
    const files = listing.data.tree.filter(entry => entry.type === 'blob');
    expect(files.map(entry => `${entry.mode} ${entry.path}`)).toEqual([
      '100644 bin/data',
      '100755 bin/run',
      '100644 docs/a b/ü.md',
      '100644 k8s/payments.yaml',
    ]);
    const read = await octokit.repos.getCommit({ ...repo, ref: 'feature/x' });
    expect(read.data.commit.message).toBe('Line one\n\nLine two');
    await expect(
      octokit.git.createRef({ ...repo, ref: 'refs/heads/main', sha: parent }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it.each(['../outside', '.git/config', 'a//b', ''])(
    'refuses the path %p in a tree',
    async path => {
      await expect(
        octokit.git.createTree({
          ...repo,
          tree: [{ path, mode: '100644', type: 'blob', content: 'x' }],
        }),
      ).rejects.toMatchObject({ status: 422 });
    },
  );

  it('opens, follows and merges a pull request', async () => {
    const opened = await openTestPullRequest(git.host, {
      branch: 'expose',
      files: {
        'k8s/payments.yaml': 'kind: Service\n',
        'infra/a.tf': '# new\n',
      },
    });
    const pull_number = opened.number;
    const listed = await octokit.pulls.list({ ...repo, head: 'acme:expose' });
    expect(listed.data.map(pull => pull.number)).toEqual([pull_number]);
    const files = await octokit.pulls.listFiles({ ...repo, pull_number });
    expect(
      files.data.map(file => [
        file.filename,
        file.status,
        file.additions,
        file.deletions,
      ]),
    ).toEqual([
      ['infra/a.tf', 'added', 1, 0],
      ['k8s/payments.yaml', 'modified', 1, 3],
    ]);
    const before = await octokit.pulls.get({ ...repo, pull_number });
    expect(before.data).toMatchObject({
      merged: false,
      state: 'open',
      mergeable: true,
      merged_at: null,
      user: { login: 'mira' },
      html_url: `${git.origin}/acme/payments/pull/1`,
    });
    await expect(
      octokit.pulls.merge({ ...repo, pull_number, sha: 'f'.repeat(40) }),
    ).rejects.toMatchObject({ status: 409 });

    const merge = await octokit.pulls.merge({ ...repo, pull_number });

    const after = await octokit.pulls.get({ ...repo, pull_number });
    expect(after.data).toMatchObject({
      merged: true,
      state: 'closed',
      merge_commit_sha: merge.data.sha,
      merged_at: expect.stringMatching(/^2026-/),
      changed_files: 2,
    });
    const main = await octokit.repos.getContent({
      ...repo,
      path: 'infra/a.tf',
    });
    expect(main.data).toMatchObject({ size: 6 });
    await expect(
      octokit.pulls.merge({ ...repo, pull_number }),
    ).rejects.toMatchObject({ status: 405 });
  });

  it('does not merge a conflict, and leaves the branch as it was', async () => {
    const path = 'k8s/payments.yaml';
    const first = await openTestPullRequest(git.host, {
      branch: 'a',
      files: { [path]: 'a\n' },
    });
    const second = await openTestPullRequest(git.host, {
      branch: 'b',
      files: { [path]: 'b\n' },
    });
    await octokit.pulls.merge({ ...repo, pull_number: first.number });
    const pull_number = second.number;
    const { data } = await octokit.pulls.get({ ...repo, pull_number });
    expect(data.mergeable).toBe(false);
    await expect(
      octokit.pulls.merge({ ...repo, pull_number }),
    ).rejects.toMatchObject({ status: 405 });
    expect(await readRaw(path)).toBe('a\n');
  });

  it('keeps labels, reviewers, assignees and comments, and closes', async () => {
    const { number } = await openTestPullRequest(git.host, {
      branch: 'x',
      files: { a: 'a\n' },
    });
    const issue = { ...repo, issue_number: number };
    await octokit.issues.addLabels({ ...issue, labels: ['expose'] });
    await octokit.issues.addAssignees({ ...issue, assignees: ['jonas'] });
    await octokit.issues.createComment({ ...issue, body: 'Looks right' });
    await octokit.pulls.requestReviewers({
      ...repo,
      pull_number: number,
      team_reviewers: ['platform-team'],
    });
    await octokit.pulls.update({
      ...repo,
      pull_number: number,
      state: 'closed',
    });
    const { data } = await octokit.pulls.get({ ...repo, pull_number: number });
    expect(data).toMatchObject({
      state: 'closed',
      merged: false,
      labels: [{ name: 'expose' }],
      assignees: [{ login: 'jonas' }],
      requested_teams: [{ slug: 'platform-team' }],
      comments: 1,
    });
  });
});
