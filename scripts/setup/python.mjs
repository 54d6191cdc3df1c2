import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { SetupError, say } from './messages.mjs';
import { cache } from './paths.mjs';
import { runOrThrow } from './processes.mjs';

const HINT =
  "Install Python 3.11 or later with venv (Debian: 'apt-get install python3-venv'), or name it with POSTERN_PYTHON=/path/to/python.";

// Asks for what making an environment needs, too: some distributions part it from Python.
const PROBE =
  'import sys, venv, ensurepip; print(sys.version.split()[0]); sys.exit(sys.version_info < (3, 11))';

/** A Python that can make environments, and its version. */
function findPython() {
  const names = [
    process.env.POSTERN_PYTHON,
    'python3',
    'python',
    'python3.13',
    'python3.12',
    'python3.11',
  ];
  for (const command of names.filter(Boolean)) {
    const probe = spawnSync(command, ['-c', PROBE], { encoding: 'utf8' });
    if (probe.status === 0) return { command, version: probe.stdout.trim() };
  }
  throw new SetupError(
    'No Python 3.11 or later that can make environments was found.',
    HINT,
  );
}

/**
 * Brings the packages of a list with their hashes into an environment of their own, unless they are there.
 *
 * @param purpose - what is brought, in words
 * @returns the environment's Python
 */
export async function ensurePythonPackages({ list, purpose }) {
  const { command, version } = findPython();
  const fingerprint = createHash('sha256')
    .update(version)
    .update(readFileSync(list))
    .digest('hex')
    .slice(0, 16);
  const folder = join(cache, 'python');
  const home = join(folder, fingerprint);
  const python =
    process.platform === 'win32'
      ? join(home, 'Scripts', 'python.exe')
      : join(home, 'bin', 'python');
  const marker = join(home, 'installed');
  if (existsSync(marker)) return python;

  say(`Installing ${purpose} (about a minute the first time)`);
  mkdirSync(folder, { recursive: true });
  // Each environment has some 400 MB; one of a former list is of no use any more.
  for (const name of readdirSync(folder))
    rmSync(join(folder, name), { recursive: true, force: true });
  try {
    await runOrThrow(command, ['-m', 'venv', home]);
    await runOrThrow(python, [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--no-input',
      '--no-deps',
      '--require-hashes',
      '--only-binary=:all:',
      '--requirement',
      list,
    ]);
  } catch (error) {
    throw new SetupError(
      `${purpose} could not be installed: ${error.message}`,
      'They come from the index of Python packages that pip is set up for; what pip said stands above.',
    );
  }
  writeFileSync(marker, version);
  return python;
}
