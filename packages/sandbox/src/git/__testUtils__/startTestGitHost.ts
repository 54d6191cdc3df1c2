import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGitApp } from '../createGitApp';
import { GitHost } from '../GitHost';
import { DeploymentReader } from '../web/DeploymentReader';

/**
 * A Git host on a free port, with one repository `acme/payments`.
 * @internal
 */
export interface TestGitHost {
  host: GitHost;
  origin: string;
  stop(): Promise<void>;
}

/**
 * The token that the test host knows.
 * @internal
 */
export const TEST_TOKEN = 'sandbox-token';

/**
 * The token of a second account, mira's.
 * @internal
 */
export const MIRA_TOKEN = 'sandbox-token-of-mira';

/**
 * The files of `acme/payments` in tests.
 * @internal
 */
export const TEST_FILES = {
  'README.md': '# payments\n',
  'k8s/payments.yaml': 'kind: Service # kept\nmetadata:\n  name: payments\n',
  'docs/a b/ü.md': 'odd names work\n',
};

/** Starts a host; `stop` ends it and removes its files. */
export async function startTestGitHost(
  options: { deployments?: DeploymentReader } = {},
): Promise<TestGitHost> {
  const directory = await mkdtemp(join(tmpdir(), 'sandbox-git-'));
  let time = Date.parse('2026-01-05T09:00:00Z');
  const host = GitHost.create({
    directory,
    tokens: { [TEST_TOKEN]: 'portal', [MIRA_TOKEN]: 'mira' },
    now: () => new Date((time += 1000)),
  });
  await host.createRepository({
    owner: 'acme',
    name: 'payments',
    files: TEST_FILES,
    author: { name: 'Mira', email: 'mira@acme.example' },
  });
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  server.on('request', createGitApp({ host, origin, ...options }));
  return {
    host,
    origin,
    async stop() {
      await close(server);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) =>
    server.close(error => (error ? reject(error) : resolve())),
  );
}

/** Commits files to a new branch and opens a pull request for it. */
export async function openTestPullRequest(
  host: GitHost,
  options: {
    branch: string;
    files: Record<string, string>;
    title?: string;
    body?: string;
  },
) {
  const { git } = host.repository('acme/payments');
  const parent = await git.resolveCommit('main');
  const changes = await Promise.all(
    Object.entries(options.files).map(async ([path, text]) => ({
      path,
      mode: '100644',
      sha: await git.writeBlob(Buffer.from(text)),
    })),
  );
  const commit = await git.writeCommit({
    tree: await git.writeTree(parent, changes),
    parents: [parent],
    message: 'Change',
    author: {
      name: 'Mira',
      email: 'mira@acme.example',
      date: host.now().toISOString(),
    },
  });
  await git.updateRef(`refs/heads/${options.branch}`, commit, null);
  return host.pulls.create({
    repository: 'acme/payments',
    head: options.branch,
    base: 'main',
    title: options.title ?? 'Change',
    body: options.body ?? '',
    author: 'mira',
  });
}
