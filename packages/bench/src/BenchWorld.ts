import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { USER_HEADER } from './benchSignInModule';
import { startChild, type Child } from './childProcess';
import { readProcessorTime } from './processMemory';
import {
  AZURE,
  type Cloud,
  REGION,
  TOKEN,
  writeConfig,
  writeEntities,
} from './settings';

/**
 * A sandbox and a backend in processes of their own, on loopback, with a database of the bench's.
 *
 * @internal
 */
export class BenchWorld {
  readonly folder: string;
  readonly entityRefs: string[];
  readonly #database: string;
  readonly #cloud: Cloud;
  readonly #entities: string;
  readonly #children: Child[] = [];
  #backend: Child | undefined;
  #consoleUrl = '';
  #awsUrl = '';
  #azureUrl = '';
  #url = '';

  /** Makes its folder; {@link BenchWorld.stop} removes it. */
  constructor(options: { database: string; cloud: Cloud }) {
    this.folder = mkdtempSync(join(tmpdir(), 'postern-bench-'));
    this.#database = options.database;
    this.#cloud = options.cloud;
    const entities = writeEntities(this.folder, 1_000);
    this.#entities = entities.path;
    this.entityRefs = entities.refs;
  }

  /** Where the backend answers. */
  get url(): string {
    return this.#url;
  }

  /** The backend's process id. */
  get backendPid(): number {
    const pid = this.#backend?.process.pid;
    if (pid === undefined) throw new Error('The backend has not been started');
    return pid;
  }

  /** Asks the sandbox's control API. */
  async control(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.#consoleUrl}/control${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${await response.text()}`);
    }
    return response.status === 204 ? {} : response.json();
  }

  /** Starts the backend and waits until it is ready. */
  async startBackend(): Promise<void> {
    const port = await findFreePort();
    this.#url = `http://127.0.0.1:${port}`;
    this.#backend = this.startProgram({
      file: require.resolve('./benchBackend.ts'),
      args: [
        '--config',
        writeConfig({
          folder: this.folder,
          port,
          database: this.#database,
          entities: this.#entities,
          cloud: this.#cloud,
          azureUrl: this.#azureUrl,
        }),
      ],
      env: {
        ...this.awsEnvironment,
        ...this.azureEnvironment,
        // As an operator runs it; in development, answers are indented.
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
      },
      log: 'backend.log',
    });
    await waitFor(`${this.#url}/.backstage/health/v1/readiness`);
  }

  /** Waits until the backend has read its catalog and has nothing more to do. */
  async settle(): Promise<void> {
    const wanted = this.entityRefs.length;
    const query =
      '/api/catalog/entities/by-query?filter=kind=component&limit=1';
    await waitUntil('the catalog', async () => {
      const { totalItems } = await this.ask<{ totalItems: number }>(query);
      return totalItems >= wanted;
    });
    let before = readProcessorTime(this.backendPid);
    await waitUntil('rest in the backend', async () => {
      await new Promise(wake => setTimeout(wake, 2_000));
      const now = readProcessorTime(this.backendPid);
      const share = (now - before) / 2;
      before = now;
      return share < 0.15;
    });
  }

  /** Asks the backend. */
  async ask<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await fetch(`${this.#url}${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${TOKEN}`, ...init?.headers },
    });
    if (!response.ok) {
      throw new Error(`${path}: ${response.status} ${await response.text()}`);
    }
    const text = await response.text();
    return JSON.parse(text || 'null');
  }

  /** Signs a user in and returns the token, which lasts an hour. */
  async signIn(name: string): Promise<string> {
    const response = await fetch(`${this.#url}/api/auth/bench/refresh`, {
      headers: { 'X-Requested-With': 'XMLHttpRequest', [USER_HEADER]: name },
    });
    if (!response.ok) throw new Error(`Signing in: ${await response.text()}`);
    const { backstageIdentity } = await response.json();
    return backstageIdentity.token;
  }

  /** Points an SDK at the sandbox, in the measured account. */
  get awsEnvironment(): Record<string, string> {
    return {
      AWS_ENDPOINT_URL: this.#awsUrl,
      AWS_REGION: REGION,
      AWS_EC2_METADATA_DISABLED: 'true',
      NODE_ENV: 'development',
    };
  }

  /** Points a program at the sandbox's Azure, with a certificate that only it has. */
  get azureEnvironment(): Record<string, string> {
    return {
      NODE_EXTRA_CA_CERTS: this.#azureCaFile,
      AZURE_RESOURCE_MANAGER_URL: this.#azureUrl,
      AZURE_TENANT_ID: AZURE.tenantId,
      AZURE_CLIENT_ID: AZURE.clientId,
      AZURE_CLIENT_SECRET: AZURE.clientSecret,
    };
  }

  get #azureCaFile(): string {
    return join(this.folder, 'azure-ca.pem');
  }

  /** Starts a program that ends with this world, at the latest. Its log is a file in the folder. */
  startProgram(options: {
    file: string;
    args?: string[];
    env?: Record<string, string>;
    log: string;
  }): Child {
    const log = join(this.folder, options.log);
    const child = startChild({ ...options, log });
    this.#children.push(child);
    return child;
  }

  /** Ends everything and removes the folder. */
  async stop(): Promise<void> {
    await Promise.all(this.#children.map(child => child.stop()));
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Starts the sandbox; the backend comes with {@link BenchWorld.startBackend}. */
  async startSandbox(): Promise<void> {
    const [console, git, aws, azure] = await Promise.all([
      findFreePort(),
      findFreePort(),
      findFreePort(),
      findFreePort(),
    ]);
    this.#consoleUrl = `http://127.0.0.1:${console}`;
    this.#awsUrl = `http://127.0.0.1:${aws}`;
    this.#azureUrl = `https://localhost:${azure}`;
    this.startProgram({
      file: require.resolve('../../sandbox/src/cli.ts'),
      env: {
        POSTERN_SANDBOX_PORT: String(console),
        POSTERN_GIT_PORT: String(git),
        POSTERN_AWS_PORT: String(aws),
        POSTERN_AZURE_PORT: String(azure),
        POSTERN_AZURE_CA_FILE: this.#azureCaFile,
      },
      log: 'sandbox.log',
    });
    await waitFor(`${this.#consoleUrl}/control/health`);
  }
}

/** Waits until an address answers with success. */
async function waitFor(url: string): Promise<void> {
  await waitUntil(url, () =>
    fetch(url).then(
      response => response.ok,
      () => false,
    ),
  );
}

/** Waits until something is so; two minutes at most. */
async function waitUntil(
  what: string,
  isSo: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) {
      throw new Error(`Waited two minutes for ${what}`);
    }
    await new Promise(wake => setTimeout(wake, 100));
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolvePort(port));
    });
  });
}
