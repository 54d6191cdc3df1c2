import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { SetupError, say } from './messages.mjs';
import { cache } from './paths.mjs';

/** Seconds between two lines of progress. */
const PROGRESS_SECONDS = 20;

function findGo() {
  const command = process.env.POSTERN_GO ?? 'go';
  const probe = spawnSync(command, ['env', 'GOVERSION'], { encoding: 'utf8' });
  const [, minor] = /^go1\.(\d+)/.exec(probe.stdout ?? '') ?? [];
  // Since 1.21 Go brings the version of itself that a module asks for.
  if (Number(minor) >= 21) return command;
  throw new SetupError(
    'No Go 1.21 or later was found.',
    "Install it (Debian: 'apt-get install golang-go'), or name it with POSTERN_GO=/path/to/go.",
  );
}

/**
 * Compiles a Go program of ours, whose modules are fixed by their hashes in `go.sum`, unless that was done.
 *
 * @param purpose - what is compiled, in words
 * @param environment - what the compiler needs besides
 * @returns the program
 */
export async function ensureGoProgram({ source, purpose, environment }) {
  const go = findGo();
  const hash = createHash('sha256');
  for (const name of readdirSync(source).sort())
    hash.update(name).update(readFileSync(join(source, name)));
  const folder = join(cache, 'go', basename(source));
  const program = join(
    folder,
    `program-${hash.digest('hex').slice(0, 16)}${
      process.platform === 'win32' ? '.exe' : ''
    }`,
  );
  if (existsSync(program)) return program;

  say(`Compiling ${purpose} (up to six minutes the first time)`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const unfinished = `${program}.unfinished`;
  try {
    await compile(go, unfinished, { cwd: source, environment });
  } catch (error) {
    throw new SetupError(
      `${purpose} could not be compiled: ${error.message}`,
      'The modules come from the module proxy that Go is set up for; what Go said stands above.',
    );
  }
  renameSync(unfinished, program);
  return program;
}

/** Go says with `-v` which package it has come to, a line for each, and nothing else unless it fails. */
function compile(go, output, { cwd, environment }) {
  const args = ['build', '-v', '-ldflags=-s -w', '-o', output, '.'];
  const child = spawn(go, args, {
    cwd,
    env: {
      ...process.env,
      GOFLAGS: '-mod=readonly',
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', chunk => {
    log += chunk;
  });
  const timer = setInterval(
    () => say(`Compiling: ${log.split('\n').length - 1} packages so far`),
    PROGRESS_SECONDS * 1000,
  );
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code => {
      if (code === 0) return resolve();
      process.stderr.write(log.split('\n').slice(-20).join('\n'));
      return reject(new Error(`'${go} build' ended with exit code ${code}`));
    });
  }).finally(() => clearInterval(timer));
}
