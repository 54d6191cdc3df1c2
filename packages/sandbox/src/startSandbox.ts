import { writeFile } from 'node:fs/promises';
import { RequestLog, StaticCredentials, Throttle } from './aws';
import { startAws } from './aws/startAws';
import {
  ArmLimits,
  AzureCredentials,
  defaultAzureCredentials,
  defaultAzureSettings,
} from './azure';
import { addAzureCredentials } from './azure/addAzureCredentials';
import { startAzure } from './azure/startAzure';
import { AzureTimings, AzureWorld } from './azureWorld';
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
  /** Port of the Azure endpoint; default 0, any free port. */
  azurePort?: number;
  /** Port of the console and the control API; default 0, any free port. */
  consolePort?: number;
  /** Default {@link defaultCredentials}. */
  credentials?: StaticCredentials;
  timings?: Partial<WorldTimings>;
  /** Default {@link defaultAzureCredentials}. */
  azureCredentials?: AzureCredentials;
  azureTimings?: Partial<AzureTimings>;
  /**
   * File for the certificate that Azure's clients must trust, for
   * `NODE_EXTRA_CA_CERTS`. It is there before the sandbox is ready.
   */
  azureCaFile?: string;
  /** Further parts by name, such as the Git host. */
  mounts?: Record<string, SandboxMountFactory>;
}

/** A running sandbox. @public */
export interface Sandbox extends SandboxContext {
  /** Addresses by part: `aws`, `azure`, `console`, and those of the mounts. */
  urls: {
    aws: string;
    /** Of Azure Resource Manager, and of the authority that gives tokens. */
    azure: string;
    console: string;
    [mount: string]: string;
  };
  /** The certificate that Azure's clients must trust, as PEM. */
  azureCaCertificate: string;
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
  const context = createContext(options);
  const started: Pick<RunningServer, 'stop'>[] = [];
  const stop = async () => {
    context.clock.clear();
    context.faults.clear();
    await Promise.all(started.splice(0).map(server => server.stop()));
  };
  try {
    const aws = await startAws(context, options.awsPort ?? 0);
    started.push(aws);
    const azure = await startAzure(context, options.azurePort ?? 0);
    started.push(azure);
    if (options.azureCaFile) {
      await writeFile(options.azureCaFile, azure.caCertificate);
    }
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
        azure: azure.url,
        console: console.url,
      },
      azureCaCertificate: azure.caCertificate,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function createContext(options: SandboxOptions): SandboxContext {
  const clock = new SandboxClock();
  const context: SandboxContext = {
    clock,
    world: new World({ clock, timings: options.timings }),
    faults: new FaultRules(),
    throttle: new Throttle(clock),
    requestLog: new RequestLog(),
    credentials: options.credentials ?? defaultCredentials,
    azure: new AzureWorld({ clock, timings: options.azureTimings }),
    azureSettings: { ...defaultAzureSettings },
    armLimits: new ArmLimits(clock),
    azureCredentials: options.azureCredentials ?? defaultAzureCredentials,
  };
  const { accountId } = context.credentials;
  context.world.accounts.addAccount({ accountId, name: 'sandbox' });
  addAzureCredentials(context.azure.directory, context.azureCredentials);
  return context;
}
