import { execFile } from 'node:child_process';
import { CustomErrorBase } from '@backstage/errors';

/**
 * A git command that ended with a non-zero exit code.
 * @internal
 */
export class GitCommandError extends CustomErrorBase {
  name = 'GitCommandError' as const;

  constructor(
    args: readonly string[],
    readonly exitCode: number,
    readonly stderr: string,
    readonly stdout: Buffer,
  ) {
    super(`git ${args[0]} ended with code ${exitCode}: ${stderr.trim()}`);
  }
}

/**
 * Options of {@link runGit}.
 * @internal
 */
export interface RunGitOptions {
  /** The bare repository, or the folder to run in. */
  cwd: string;
  /** Bytes for the command's standard input. */
  input?: string | Buffer;
  /** Variables on top of the fixed environment. */
  env?: Record<string, string>;
}

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

// The machine's own git configuration (signing, hooks, templates) must not change what the host does.
const FIXED_ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/**
 * Runs one git command without a shell and returns its standard output.
 *
 * @throws {@link GitCommandError} if git reports a failure.
 * @internal
 */
export function runGit(
  args: readonly string[],
  options: RunGitOptions,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      [...args],
      {
        cwd: options.cwd,
        encoding: 'buffer',
        maxBuffer: MAX_OUTPUT_BYTES,
        env: { PATH: process.env.PATH, ...FIXED_ENVIRONMENT, ...options.env },
      },
      (error, stdout, stderr) => {
        if (!error) {
          resolve(stdout);
        } else if (typeof error.code === 'number') {
          reject(
            new GitCommandError(args, error.code, stderr.toString(), stdout),
          );
        } else {
          reject(error);
        }
      },
    );
    // A command that fails early closes its input; its exit code tells why.
    child.stdin?.on('error', () => child.stdin?.destroy());
    child.stdin?.end(options.input ?? '');
  });
}
