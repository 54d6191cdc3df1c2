import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createPublishGithubPullRequestAction } from '@backstage/plugin-scaffolder-backend-module-github';
import {
  startTestGitHost,
  TEST_TOKEN,
  TestGitHost,
} from './__testUtils__/startTestGitHost';

describe('the Git host, used by stock Backstage', () => {
  const workspace = createMockDirectory();
  let git: TestGitHost;
  let config: ConfigReader;

  beforeEach(async () => {
    git = await startTestGitHost();
    const apiBaseUrl = `${git.origin}/api/v3`;
    const host = new URL(git.origin).host;
    config = new ConfigReader({
      integrations: { github: [{ host, apiBaseUrl, token: TEST_TOKEN }] },
    });
  });

  afterEach(() => git.stop());

  async function publish(
    files: Record<string, string>,
    extra: {
      update?: boolean;
      forceFork?: boolean;
      filesToDelete?: string[];
    } = {},
  ) {
    const integrations = ScmIntegrations.fromConfig(config);
    const action = createPublishGithubPullRequestAction({
      integrations,
      githubCredentialsProvider:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
    });
    workspace.clear();
    for (const [path, text] of Object.entries(files)) {
      const file = join(workspace.path, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    const context = createMockActionContext({
      workspacePath: workspace.path,
      input: {
        repoUrl: `${new URL(git.origin).host}?owner=acme&repo=payments`,
        branchName: 'expose/payments',
        title: 'Expose payments',
        description: 'What becomes reachable',
        ...extra,
      },
    });
    await action.handler(context);
    return context.output;
  }

  it('opens a pull request with publish:github:pull-request', async () => {
    const output = await publish(
      { 'infra/payments.tf': '# tf\n' },
      { filesToDelete: ['README.md', 'not-there.md'] },
    );
    expect(output).toHaveBeenCalledWith(
      'remoteUrl',
      `${git.origin}/acme/payments/pull/1`,
    );
    expect(output).toHaveBeenCalledWith('targetBranchName', 'main');
    const pull = await git.host.pulls.get('acme/payments', 1);
    expect(pull).toMatchObject({
      author: 'portal',
      body: 'What becomes reachable',
      headRef: 'expose/payments',
    });
    const files = await git.host.pulls.files(pull);
    expect(files.map(file => [file.path, file.status])).toEqual([
      ['README.md', 'removed'],
      ['infra/payments.tf', 'added'],
    ]);
  });

  it('refuses a second pull request for the branch, and updates it if told to', async () => {
    await publish({ 'a.txt': 'one\n' });
    await expect(publish({ 'a.txt': 'two\n' })).rejects.toThrow(
      /Pull request creation failed/,
    );
    await publish({ 'a.txt': 'two\n' }, { update: true });
    const pulls = await git.host.pulls.list('acme/payments');
    expect(pulls).toHaveLength(1);
    const { git: repository } = git.host.repository('acme/payments');
    expect(await repository.readTextFile(pulls[0].headSha, 'a.txt')).toBe(
      'two\n',
    );
  });

  it('opens a pull request from a fork, and merges it', async () => {
    await publish({ 'a.txt': 'from a fork\n' }, { forceFork: true });
    const pull = await git.host.pulls.get('acme/payments', 1);
    expect(pull.headRepository).toBe('portal/payments');
    await git.host.pulls.merge(pull, { mergedBy: 'petra' });
    const { git: repository } = git.host.repository('acme/payments');
    expect(await repository.readTextFile('main', 'a.txt')).toBe(
      'from a fork\n',
    );
  });

  it('reads files, trees and searches with the URL reader', async () => {
    const reader = UrlReaders.default({
      logger: mockServices.logger.mock(),
      config,
    });
    const base = `${git.origin}/acme/payments`;
    const file = await reader.readUrl(`${base}/blob/main/README.md`);
    expect(String(await file.buffer())).toBe('# payments\n');
    const tree = await reader.readTree(`${base}/tree/main/k8s`);
    const files = await tree.files();
    expect(files.map(entry => entry.path)).toEqual(['payments.yaml']);
    expect(String(await files[0].content())).toContain('# kept');
    const found = await reader.search(`${base}/blob/main/**/*.yaml`);
    expect(found.files.map(entry => entry.url)).toEqual([
      `${base}/blob/main/k8s/payments.yaml`,
    ]);
    expect(String(await found.files[0].content())).toContain('# kept');
    await expect(
      reader.readTree(base, { etag: tree.etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
    await expect(
      reader.readUrl(`${base}/blob/main/none.yaml`),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});
