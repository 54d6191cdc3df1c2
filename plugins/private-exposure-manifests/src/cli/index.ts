/**
 * The command line `private-exposure`.
 *
 * @packageDocumentation
 */
import { text } from 'node:stream/consumers';
import { runCli } from './runCli';

export { runCli } from './runCli';
export type { Terminal } from './Terminal';

/** Runs the command line for this process, and leaves its exit code. @public */
export async function main(): Promise<void> {
  process.exitCode = await runCli(process.argv.slice(2), {
    cwd: process.cwd(),
    write: output => process.stdout.write(output),
    warn: output => process.stderr.write(output),
    readStdin: () => text(process.stdin),
    hasColours: process.stdout.isTTY && !process.env.NO_COLOR,
    now: () => new Date(),
  });
}
