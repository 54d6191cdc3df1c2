import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { LintInput } from '../linter';
import { isLintable } from './findFiles';
import { UsageError } from './UsageError';

const run = promisify(execFile);
const MAX_BYTES = 256 * 1024 * 1024;

async function git(cwd: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await run('git', args, { cwd, maxBuffer: MAX_BYTES });
    return stdout;
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    throw new UsageError(
      code === 'ENOENT'
        ? "--base needs git, which isn't installed"
        : `git ${args[0]}: ${stderr?.trim() || String(error)}`,
    );
  }
}

/**
 * Reads files as they were at a commit, those that are gone since included.
 *
 * @param paths - Files and folders, relative to the working folder.
 * @throws {@link UsageError} where the folder is no repository or the commit is unknown.
 */
export async function readBase(
  ref: string,
  paths: readonly string[],
  cwd: string,
): Promise<LintInput[]> {
  const commit = await git(
    cwd,
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ).catch(error => {
    if (
      !(error instanceof UsageError) ||
      /ENOENT|needs git/.test(error.message)
    )
      throw error;
    throw new UsageError(
      `'${ref}' is no commit of this repository; fetch it first, or name another one`,
    );
  });
  const listed = await git(
    cwd,
    'ls-tree',
    '-r',
    '-z',
    '--name-only',
    commit.trim(),
    '--',
    ...paths,
  );
  const files = listed.split('\0').filter(path => path && isLintable(path));
  return Promise.all(
    files.map(async path => ({
      path,
      content: await git(cwd, 'show', `${commit.trim()}:./${path}`),
    })),
  );
}
