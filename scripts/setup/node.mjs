import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupError, say } from './messages.mjs';
import { cache, inRoot } from './paths.mjs';
import { runOrThrow } from './processes.mjs';

/** The Node that all runs on: better-sqlite3 12 aborts on 24.19 and later, and Backstage does not run on 20. */
export const NODE_VERSION = '22.23.3';

const [major] = process.versions.node.split('.').map(Number);

/**
 * Makes sure that the rest runs on the Node that is known to work: goes on if it is this one, else brings it as a
 * package through the npm registry and hands over to it.
 */
export async function ensureNode() {
  if (major === 22) return;
  const name = `node-${
    process.platform === 'win32' ? 'win' : process.platform
  }-${process.arch}`;
  const folder = join(cache, 'toolchain');
  const home = join(folder, 'node_modules', name);
  const binary = join(home, 'bin', 'node');

  if (!existsSync(binary)) {
    say(
      `This is Node ${process.versions.node}; fetching Node ${NODE_VERSION} into .cache`,
    );
    mkdirSync(folder, { recursive: true });
    try {
      await runOrThrow('npm', [
        'install',
        '--prefix',
        folder,
        '--no-save',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        `${name}@${NODE_VERSION}`,
      ]);
    } catch (error) {
      throw new SetupError(
        `Node 22 is needed and could not be fetched: ${error.message}`,
        `Install Node ${NODE_VERSION} by hand and run the command again.`,
      );
    }
  }

  const child = spawn(
    binary,
    [inRoot('scripts/run.mjs'), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        PATH: `${join(home, 'bin')}${delimiter}${process.env.PATH}`,
        // The headers come with the package, so native modules build without a download.
        npm_config_nodedir: home,
      },
    },
  );
  // Ctrl-C reaches the child by itself; this process only waits for it to clean up.
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const code = await new Promise(resolve => {
    child.on('exit', (exitCode, signal) => resolve(signal ? 1 : exitCode));
  });
  process.exit(code);
}
