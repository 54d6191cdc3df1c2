import { RequestLog, StaticCredentials, Throttle } from './aws';
import { startAws } from './aws/startAws';
import { SandboxClock } from './clock';
import { startConsole } from './control/startConsole';
import { FaultRules } from './faults';
import {
  SandboxContext,
  SandboxMount,
  SandboxMountFactory,
} from './sandboxContext';
import { RunningServer } from './server/listenOnLoopback';
import { World, WorldTimings } from './world';

/** The key pair that clients of the sandbox start with. @public */
export const defaultCredentials: StaticCredentials = {
  accessKeyId: 'AKIAPOSTERNSANDBOX01',
  secretAccessKey: 'sandbox-only-secret-key',
  accountId: '000011112222',
  userName: 'postern',
};

/** How to run a sandbox. @public */
export interface SandboxOptions {
  /** Port of the AWS endpoint; default 0, any free port. */
  awsPort?: number;
  /** Port of the console and the control API; default 0, any free port. */
  consolePort?: number;
  /** Default {@link defaultCredentials}. */
  credentials?: StaticCredentials;
  timings?: Partial<WorldTimings>;
  /** Further parts by name, such as the Git host. */
  mounts?: Record<string, SandboxMountFactory>;
}

/** A running sandbox. @public */
export interface Sandbox extends SandboxContext {
  /** Addresses by part: `aws`, `console`, and those of the mounts. */
  urls: { aws: string; console: string; [mount: string]: string };
  /** Stops all servers at once. */
  stop(): Promise<void>;
}

/**
 * Starts a sandbox on loopback. The world is empty but for the account of the
 * credentials.
 *
 * @public
 */
export async function startSandbox(
  options: SandboxOptions = {},
): Promise<Sandbox> {
  const clock = new SandboxClock();
  const context: SandboxContext = {
    clock,
    world: new World({ clock, timings: options.timings }),
    faults: new FaultRules(),
    throttle: new Throttle(clock),
    requestLog: new RequestLog(),
    credentials: options.credentials ?? defaultCredentials,
  };
  const { accountId } = context.credentials;
  context.world.accounts.addAccount({ accountId, name: 'sandbox' });

  const started: Pick<RunningServer, 'stop'>[] = [];
  const stop = async () => {
    clock.clear();
    context.faults.clear();
    await Promise.all(started.splice(0).map(server => server.stop()));
  };
  try {
    const aws = await startAws(context, options.awsPort ?? 0);
    started.push(aws);
    const mounts: [string, SandboxMount][] = [];
    for (const [name, create] of Object.entries(options.mounts ?? {})) {
      const mount = await create(context);
      mounts.push([name, mount]);
      started.push({ stop: async () => mount.stop?.() });
    }
    const console = await startConsole(context, {
      port: options.consolePort ?? 0,
      routers: mounts.flatMap(([, mount]) => mount.consoleRouter ?? []),
    });
    started.push(console);
    const mountUrls = mounts.flatMap(([name, { url }]) =>
      url ? [[name, url]] : [],
    );
    return {
      ...context,
      urls: {
        ...Object.fromEntries(mountUrls),
        aws: aws.url,
        console: console.url,
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
