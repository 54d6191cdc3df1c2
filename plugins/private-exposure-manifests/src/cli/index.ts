/**
 * The command line `private-exposure`.
 *
 * @packageDocumentation
 */
import { buffer } from 'node:stream/consumers';
import { runCli } from './runCli';
import { tuneProcess } from './tuneProcess';

export { runCli } from './runCli';
export { tuneProcess } from './tuneProcess';
export type { Terminal } from './Terminal';

/** Runs the command line for this process, and leaves its exit code. @public */
export async function main(): Promise<void> {
  tuneProcess();
  const { argv, env, stdin, stdout, stderr } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // Whoever closes a pipe, as `head` does, has seen enough.
      if (error.code !== 'EPIPE') throw error;
    });
  }
  try {
    process.exitCode = await runCli(argv.slice(2), {
      cwd: process.cwd(),
      write: output => stdout.write(output),
      warn: output => stderr.write(output),
      readStdin: () => buffer(stdin),
      hasColours: stdout.isTTY && !env.NO_COLOR,
      now: () => new Date(),
    });
  } catch (error) {
    // Not 1, which says that there are findings.
    process.exitCode = 2;
    const said = error instanceof Error ? error.stack : String(error);
    stderr.write(
      `private-exposure: a mistake of its own, please report it\n${said}\n`,
    );
  }
}
