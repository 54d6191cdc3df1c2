import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, type Child } from './childProcess';
import { REGION, TOKEN, writeConfig, writeEntities } from './settings';

/**
 * A sandbox and a backend in processes of their own, on loopback, with a database of the bench's.
 *
 * @internal
 */
export class BenchWorld {
  readonly folder: string;
  readonly entityRefs: string[];
  readonly #database: string;
  readonly #entities: string;
  #sandbox: Child | undefined;
  #backend: Child | undefined;
  #consoleUrl = '';
  #awsUrl = '';
  #url = '';

  private constructor(database: string) {
    this.folder = mkdtempSync(join(tmpdir(), 'postern-bench-'));
    this.#database = database;
    const entities = writeEntities(this.folder, 1_000);
    this.#entities = entities.path;
    this.entityRefs = entities.refs;
  }

  /** Starts the sandbox; the backend comes with {@link BenchWorld.startBackend}. */
  static async create(options: { database: string }): Promise<BenchWorld> {
    const world = new BenchWorld(options.database);
    await world.#startSandbox();
    return world;
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
    this.#backend = startChild({
      file: require.resolve('./benchBackend.ts'),
      args: [
        '--config',
        writeConfig({
          folder: this.folder,
          port,
          database: this.#database,
          entities: this.#entities,
        }),
      ],
      env: { ...this.awsEnvironment, LOG_LEVEL: 'warn' },
      log: join(this.folder, 'backend.log'),
    });
    await waitFor(`${this.#url}/.backstage/health/v1/readiness`);
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

  /** Points an SDK at the sandbox, in the measured account. */
  get awsEnvironment(): Record<string, string> {
    return {
      AWS_ENDPOINT_URL: this.#awsUrl,
      AWS_REGION: REGION,
      AWS_EC2_METADATA_DISABLED: 'true',
      NODE_ENV: 'development',
    };
  }

  /** Ends everything and removes the folder. */
  async stop(): Promise<void> {
    await this.#backend?.stop();
    await this.#sandbox?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #startSandbox(): Promise<void> {
    const [console, git, aws] = await Promise.all([
      findFreePort(),
      findFreePort(),
      findFreePort(),
    ]);
    this.#consoleUrl = `http://127.0.0.1:${console}`;
    this.#awsUrl = `http://127.0.0.1:${aws}`;
    this.#sandbox = startChild({
      file: require.resolve('../../sandbox/src/cli.ts'),
      env: {
        POSTERN_SANDBOX_PORT: String(console),
        POSTERN_GIT_PORT: String(git),
        POSTERN_AWS_PORT: String(aws),
      },
      log: join(this.folder, 'sandbox.log'),
    });
    await waitFor(`${this.#consoleUrl}/control/health`);
  }
}

/** Waits until an address answers with success; two minutes at most. */
async function waitFor(url: string): Promise<void> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const ok = await fetch(url).then(
      response => response.ok,
      () => false,
    );
    if (ok) return;
    if (Date.now() > deadline) throw new Error(`${url} never answered`);
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
