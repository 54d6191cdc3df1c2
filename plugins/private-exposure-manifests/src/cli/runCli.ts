import { version } from '../../package.json';
import { explainCommand } from './explainCommand';
import { printable } from './formats/printable';
import { lintCommand } from './lintCommand';
import { Terminal } from './Terminal';
import { usage } from './usage';
import { UsageError } from './UsageError';

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  return (
    argv[0] === 'help' || options.includes('--help') || options.includes('-h')
  );
}

/**
 * Runs the command line.
 *
 * @param argv - The words after the program's name.
 * @returns The exit code: 0, 1 for findings to fail on, 2 for a call that can't be carried out.
 *
 * @public
 */
export async function runCli(
  argv: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const [command, ...args] = argv;
  if (asksForHelp(argv)) {
    terminal.write(usage);
    return 0;
  }
  if (command === '--version') {
    terminal.write(`${version}\n`);
    return 0;
  }
  try {
    if (command === 'lint') return await lintCommand(args, terminal);
    if (command === 'explain') return explainCommand(args, terminal);
    throw new UsageError(
      command === undefined
        ? 'say what to do'
        : `there is no command '${command}'`,
    );
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // It names what stands in files, which anybody may have written.
    const message = printable(error.message.replace(/\s*\n\s*/g, ' '));
    terminal.warn(
      `private-exposure: ${message}\nSee private-exposure --help.\n`,
    );
    return 2;
  }
}
