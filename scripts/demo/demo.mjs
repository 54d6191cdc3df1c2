import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../setup/messages.mjs';
import { cache, inRoot, runTypeScript } from '../setup/paths.mjs';
import { Children, waitForHttp } from '../setup/processes.mjs';
import { buildApp } from './buildApp.mjs';
import { addressesOf, environmentFor } from './settings.mjs';

/**
 * Starts sandbox and portal and waits until both answer. `onFailure` is told when one of them ends by itself later.
 * The logs are in `.cache/logs`.
 */
export async function startDemo({ listeners, onFailure }) {
  await buildApp();

  const logs = join(cache, 'logs');
  mkdirSync(logs, { recursive: true });
  const children = new Children();
  const env = environmentFor(listeners);
  const addresses = addressesOf(listeners);
  let failure;
  const onExit = reason => {
    failure = `${reason}. The log: ${logs}`;
    onFailure?.(failure);
  };

  const start = (name, entry, { cwd, args = [] }) => {
    const log = createWriteStream(join(logs, `${name}.log`));
    return children.start(
      name,
      process.execPath,
      [...runTypeScript, entry, ...args],
      {
        env,
        cwd,
        onLine: line => log.write(`${line}\n`),
        onExit,
      },
    );
  };

  try {
    say('Starting the sandbox: AWS, a Git host and a consumer console');
    start('sandbox', inRoot('packages/sandbox/src/cli.ts'), {
      cwd: inRoot('packages/sandbox'),
    });
    await waitForHttp(`${addresses.console}/control/health`, {
      seconds: 60,
      failed: () => failure,
    });

    say('Starting the portal (about twenty seconds)');
    const backend = start('backend', inRoot('packages/backend/src/index.ts'), {
      cwd: inRoot('packages/backend'),
      args: ['--config', inRoot('app-config.yaml')],
    });
    await waitForHttp(`${addresses.portal}/.backstage/health/v1/readiness`, {
      seconds: 180,
      failed: () => failure,
    });
    return {
      addresses,
      backend,
      environment: env,
      stop: () => children.stop(),
    };
  } catch (error) {
    await children.stop();
    throw error;
  }
}
