import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../setup/messages.mjs';
import { cache, inRoot, runTypeScript } from '../setup/paths.mjs';
import { waitForHttp } from '../setup/processes.mjs';
import { buildApp } from './buildApp.mjs';
import { addressesOf, environmentFor } from './settings.mjs';

/** Where the demo of this name writes what its processes print, as `sandbox.log` and `backend.log`. */
export function logsOf(demo) {
  return join(cache, 'logs', demo);
}

/**
 * Starts sandbox and portal among `children` and waits until both answer; their addresses are returned. Whoever made
 * `children` stops them, also when this throws. `onFailure` is told when one of the two ends by itself later. The logs
 * are in the folder that `logsOf(name)` gives, so that two demos do not write into one.
 */
export async function startDemo({
  name: demo,
  children,
  listeners,
  onFailure,
}) {
  await buildApp();

  const logs = logsOf(demo);
  mkdirSync(logs, { recursive: true });
  const azureCaFile = join(logs, 'azure-ca.pem');
  const environment = environmentFor(listeners, { azureCaFile });
  const addresses = addressesOf(listeners);
  let failure;

  const start = (name, entry, { cwd, args = [], env = environment }) => {
    const path = join(logs, `${name}.log`);
    const log = createWriteStream(path);
    children.start(name, process.execPath, [...runTypeScript, entry, ...args], {
      env,
      cwd,
      onLine: line => log.write(`${line}\n`),
      onExit: reason => {
        failure ??= `The ${reason}. Its log: ${path}`;
        onFailure?.(failure);
      },
    });
  };

  say('Starting the sandbox: AWS, Azure, a Git host and a consumer console');
  start('sandbox', inRoot('packages/sandbox/src/cli.ts'), {
    cwd: inRoot('packages/sandbox'),
  });
  await waitForHttp(`${addresses.console}/control/health`, {
    seconds: 60,
    failed: () => failure,
  });

  say('Starting the portal (about twenty seconds)');
  start('backend', inRoot('packages/backend/src/index.ts'), {
    cwd: inRoot('packages/backend'),
    args: ['--config', inRoot('app-config.yaml')],
    // Azure's clients talk to nothing but https, so the sandbox has a certificate that they must be told to trust.
    env: { ...environment, NODE_EXTRA_CA_CERTS: azureCaFile },
  });
  await waitForHttp(`${addresses.portal}/.backstage/health/v1/readiness`, {
    seconds: 180,
    failed: () => failure,
  });
  return addresses;
}
