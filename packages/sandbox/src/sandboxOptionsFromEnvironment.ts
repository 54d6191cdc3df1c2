import { InputError } from '@backstage/errors';
import { createDemoMount } from './seed';
import { SandboxOptions } from './startSandbox';

/** The ports of the demo by the variable that moves them. @public */
export const defaultPorts = {
  POSTERN_SANDBOX_PORT: 7070,
  POSTERN_GIT_PORT: 7071,
  POSTERN_AWS_PORT: 7072,
  POSTERN_AZURE_PORT: 7073,
} as const;

/**
 * A port from the environment, or the demo's own.
 *
 * @throws InputError for a value that is no port.
 * @public
 */
export function portFromEnvironment(
  environment: NodeJS.ProcessEnv,
  variable: keyof typeof defaultPorts,
): number {
  const value = environment[variable];
  if (!value) return defaultPorts[variable];
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InputError(
    `${variable} is '${value}'; it must be a port between 0 and 65535`,
  );
}

/**
 * Shorter than AWS has them. Clients ask anew five minutes before the end, so a role that lets nobody in any more is
 * noticed after a minute.
 */
const DEMO_ROLE_SESSION_MS = 6 * 60_000;

/** The options of the demo's sandbox. @public */
export function sandboxOptionsFromEnvironment(
  environment: NodeJS.ProcessEnv,
): SandboxOptions {
  return {
    consolePort: portFromEnvironment(environment, 'POSTERN_SANDBOX_PORT'),
    awsPort: portFromEnvironment(environment, 'POSTERN_AWS_PORT'),
    azurePort: portFromEnvironment(environment, 'POSTERN_AZURE_PORT'),
    azureCaFile: environment.POSTERN_AZURE_CA_FILE,
    timings: { roleSession: DEMO_ROLE_SESSION_MS },
    mounts: {
      git: createDemoMount({
        gitPort: portFromEnvironment(environment, 'POSTERN_GIT_PORT'),
        gitToken: environment.POSTERN_GIT_TOKEN,
      }),
    },
  };
}
