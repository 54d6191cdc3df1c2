import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

const nodeTransform = require.resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);

/** A TypeScript program of ours in a process of its own. @internal */
export interface Child {
  /** The process. */
  process: ChildProcess;
  /** The first line on its standard output that is JSON. */
  firstAnswer: Promise<Record<string, unknown>>;
  /** Ends it and waits until it is gone. */
  stop(): Promise<void>;
}

/** Starts a TypeScript file; its output goes to a log file. @internal */
export function startChild(options: {
  file: string;
  args?: string[];
  env?: Record<string, string>;
  log: string;
}): Child {
  const child = spawn(
    process.execPath,
    ['--require', nodeTransform, options.file, ...(options.args ?? [])],
    {
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const log = createWriteStream(options.log, { flags: 'a' });
  child.stderr.pipe(log, { end: false });
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => resolve());
  });
  const firstAnswer = new Promise<Record<string, unknown>>(
    (resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', line => {
        log.write(`${line}\n`);
        if (line.startsWith('{')) resolve(JSON.parse(line));
      });
      child.once('exit', code =>
        reject(
          new Error(
            `${options.file} ended with ${code}; its log is ${options.log}`,
          ),
        ),
      );
    },
  );
  // Programs that answer nothing may end in peace; who waits for an answer sees the error.
  firstAnswer.catch(() => undefined);
  return {
    process: child,
    firstAnswer,
    stop: async () => {
      // A signal to what has ended would be lost, and the timer would keep us waiting.
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(timer);
    },
  };
}
