import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Deployments } from '../apply/Deployments';
import { createConsoleRouter } from '../console/createConsoleRouter';
import { createGitApp } from '../git/createGitApp';
import { GitHost } from '../git/GitHost';
import { SandboxContext, SandboxMount } from '../sandboxContext';
import { listenOnLoopback } from '../server/listenOnLoopback';
import { createDemoTargets } from './demoTargets';
import { seedDemo } from './seedDemo';

/**
 * Options of {@link createDemoMount}.
 * @public
 */
export interface DemoMountOptions {
  /** Port of the Git host; default 0, any free port. */
  gitPort?: number;
  /** The API token that the Git host takes; default `postern-demo-token`. */
  gitToken?: string;
  /** Logins of people by their tokens; default {@link demoPeople}. */
  people?: Record<string, string>;
  /** Whether the demo world is filled in; default true. */
  isSeeded?: boolean;
}

/**
 * The people of the demo by the tokens with which they push to its Git host.
 * @public
 */
export const demoPeople = {
  'postern-demo-mira': 'mira',
  'postern-demo-jonas': 'jonas',
  'postern-demo-petra': 'petra',
  'postern-demo-paul': 'paul',
} as const;

/**
 * The running Git host, and what it does to the world.
 * @public
 */
export interface DemoMount extends SandboxMount {
  url: string;
  host: GitHost;
  deployments: Deployments;
  stop(): Promise<void>;
}

/**
 * The Git host, the deployments of its repositories, the console's pages and the demo world, as a mount
 * of the sandbox.
 * @public
 */
export function createDemoMount(options: DemoMountOptions = {}) {
  return async (context: SandboxContext): Promise<DemoMount> => {
    const { world, azure, clock, faults } = context;
    const directory = await mkdtemp(join(tmpdir(), 'postern-git-'));
    const host = GitHost.create({
      directory,
      tokens: {
        ...(options.people ?? demoPeople),
        [options.gitToken ?? 'postern-demo-token']: 'postern',
      },
      now: () => new Date(clock.now()),
    });
    const targets = createDemoTargets();
    const deployments = Deployments.create({ world, azure, host, targets });
    const server = createServer();
    const running = await listenOnLoopback(server, {
      port: options.gitPort ?? 0,
      portVariable: 'POSTERN_GIT_PORT',
    });
    // Browsers and the portal's configuration say localhost; links must be of the same origin.
    const url = `http://localhost:${running.port}`;
    server.on('request', createGitApp({ host, origin: url, deployments }));
    const stop = async () => {
      deployments.stop();
      await running.stop();
      await rm(directory, { recursive: true, force: true });
    };
    try {
      if (options.isSeeded ?? true) {
        await seedDemo({ world, azure, host, deployments });
      }
    } catch (error) {
      await stop();
      throw error;
    }
    const consoleRouter = createConsoleRouter({
      world,
      azure,
      faults,
      deployments,
      gitUrl: url,
    });
    return { url, host, deployments, consoleRouter, stop };
  };
}
