import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { SetupError } from './messages.mjs';

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a command to its end with its output on the screen. Throws if it can't start or fails. */
export function runOrThrow(command, args, { spawned, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    spawned?.(child);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `'${[command, ...args].join(' ')}' ended with ${
              signal ?? `exit code ${code}`
            }`,
          ),
        );
    });
  });
}

/**
 * As {@link runOrThrow}, for a command beside which something has to be cleaned up: a signal to this process ends the
 * command with all that it started, and then throws, so that `finally` has its turn.
 */
export async function runStoppable(command, args, options = {}) {
  let stop;
  const spawned = child => {
    stop = () => {
      signalGroup(child, 'SIGTERM');
      setTimeout(() => signalGroup(child, 'SIGKILL'), 5000).unref();
    };
    for (const signal of endings) process.once(signal, stop);
  };
  try {
    // A group of its own: Ctrl-C reaches it through us alone.
    await runOrThrow(command, args, { ...options, detached: true, spawned });
  } finally {
    for (const signal of endings) process.off(signal, stop);
  }
}

/** Runs a command to its end without its output, which is shown only if it fails. */
export async function runQuietly(command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', chunk => {
      output += chunk;
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) {
    process.stderr.write(output);
    throw new Error(
      `'${[command, ...args].join(' ')}' ended with exit code ${code}`,
    );
  }
}

/** Throws unless a port on loopback is free, naming the setting that changes it. */
export async function requireFreePort(port, variable, purpose) {
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', error =>
      reject(
        error.code === 'EADDRINUSE'
          ? new SetupError(
              `Port ${port}, for ${purpose}, is taken.`,
              `Stop what uses it, or choose another: ${variable}=${
                Number(port) + 1000
              } npm start`,
            )
          : error,
      ),
    );
    probe.listen(Number(port), '127.0.0.1', () => probe.close(resolve));
  });
}

/** A port on loopback that was free a moment ago. */
export async function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Processes that live as long as this one. */
export class Children {
  #children = new Set();
  #stopping = false;

  /** Starts a process in a group of its own. When it ends by itself, `onExit` is told. */
  start(name, command, args, { env, cwd, onLine, onExit }) {
    const child = spawn(command, args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#children.add(child);
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream.setEncoding('utf8');
      stream.on('data', chunk => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop();
        lines.forEach(onLine);
      });
    }
    child.on('error', error =>
      onExit?.(`${name} could not start: ${error.message}`),
    );
    child.on('exit', (code, signal) => {
      this.#children.delete(child);
      if (!this.#stopping)
        onExit?.(`${name} ended with ${signal ?? `exit code ${code}`}`);
    });
    return child;
  }

  /** Ends all of them with everything they started: politely, then after five seconds for good. */
  async stop() {
    this.#stopping = true;
    const children = [...this.#children];
    await Promise.all(
      children.map(
        child =>
          new Promise(resolve => {
            if (child.exitCode !== null || child.signalCode !== null)
              return resolve();
            const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), 5000);
            child.on('exit', () => {
              clearTimeout(timer);
              resolve();
            });
            signalGroup(child, 'SIGTERM');
            return undefined;
          }),
      ),
    );
  }
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // Gone already, which is what was asked for.
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Waits until an address answers with success. Throws after `seconds`, or as soon as `failed()` says why. */
export async function waitForHttp(url, { seconds, failed }) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const reason = failed?.();
    if (reason) throw new Error(reason);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
      if (response.ok) return;
    } catch (error) {
      if (Date.now() > deadline) {
        throw new Error(
          `${url} did not answer within ${seconds} seconds: ${error.message}`,
        );
      }
    }
    if (Date.now() > deadline)
      throw new Error(`${url} was not ready within ${seconds} seconds`);
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}
