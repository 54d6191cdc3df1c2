import { Router } from 'express';
import { RequestLog, StaticCredentials, Throttle } from './aws';
import { ArmLimits, AzureCredentials, AzureSettings } from './azure';
import { AzureWorld } from './azureWorld';
import { SandboxClock } from './clock';
import { FaultRules } from './faults';
import { World } from './world';

/** What the parts of a running sandbox share. @public */
export interface SandboxContext {
  /** AWS. */
  world: World;
  azure: AzureWorld;
  azureSettings: AzureSettings;
  armLimits: ArmLimits;
  azureCredentials: AzureCredentials;
  clock: SandboxClock;
  faults: FaultRules;
  throttle: Throttle;
  requestLog: RequestLog;
  credentials: StaticCredentials;
}

/** Something more that runs in the sandbox's process. @public */
export interface SandboxMount {
  /** Serves paths of the console's port, beside `/control`. */
  consoleRouter?: Router;
  /** Address of a server of its own, for the list of addresses. */
  url?: string;
  stop?(): Promise<void>;
}

/** Starts a mount; called once the world exists, before the console listens. @public */
export type SandboxMountFactory = (
  context: SandboxContext,
) => SandboxMount | Promise<SandboxMount>;
