import { posix } from 'node:path';
import { LintInput } from '../../linter';
import { decodeText } from '../files/CheckedFile';
import { isLintable } from '../files/findFiles';
import { UsageError } from '../UsageError';
import { Git } from './Git';

interface Blob {
  path: string;
  id: string;
}

/**
 * The commit that a merge would start from: where the work left the branch, or the branch itself where that is not
 * known, as in a shallow clone.
 */
async function findCommit(git: Git, ref: string): Promise<string> {
  const named = await git.ask([
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ]);
  if (!('output' in named)) {
    await git.run(['rev-parse', '--git-dir']);
    throw new UsageError(
      `'${ref}' is no commit of this repository; fetch it first (with actions/checkout: fetch-depth: 0), or name another one`,
    );
  }
  const commit = named.output.toString().trim();
  const left = await git.ask(['merge-base', commit, 'HEAD']);
  return 'output' in left ? left.output.toString().trim() : commit;
}

/** Files of a commit that differ now, or are gone. */
async function listChanged(
  git: Git,
  commit: string,
  paths: readonly string[],
): Promise<Blob[]> {
  if (paths.length === 0) return [];
  const prefix = await git.run(['rev-parse', '--show-prefix']);
  const output = await git.run([
    'diff',
    '--raw',
    '-z',
    '--no-abbrev',
    '--no-renames',
    '--no-ext-diff',
    '--ignore-submodules',
    '--diff-filter=MDT',
    commit,
    '--',
    ...paths,
  ]);
  // Pairs of ":<old mode> <new mode> <old id> <new id> <status>" and a path from the root.
  const fields = output.toString().split('\0');
  const blobs: Blob[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [mode, , id] = fields[index].slice(1).split(' ');
    const path = posix.relative(
      prefix.toString().replace(/\n$/, ''),
      fields[index + 1],
    );
    // Neither links nor submodules.
    if (mode.startsWith('100')) blobs.push({ path, id });
  }
  return blobs;
}

async function findFile(
  git: Git,
  commit: string,
  path: string,
): Promise<Blob[]> {
  const id = await git.ask(['rev-parse', '--verify', `${commit}:./${path}`]);
  return 'output' in id ? [{ path, id: id.output.toString().trim() }] : [];
}

/** @see https://git-scm.com/docs/git-cat-file#_batch_output */
async function readBlobs(
  git: Git,
  blobs: readonly Blob[],
): Promise<LintInput[]> {
  if (blobs.length === 0) return [];
  const ids = blobs.map(({ id }) => `${id}\n`).join('');
  const output = await git.run(['cat-file', '--batch'], ids);
  let at = 0;
  return blobs.flatMap(({ path }) => {
    const start = output.indexOf('\n', at) + 1;
    const [, type, size] = output.subarray(at, start).toString().split(' ');
    if (type !== 'blob') {
      throw new UsageError(
        `git has no content of '${path}' at the base; fetch it, for the clone is not whole`,
      );
    }
    const end = start + Number(size);
    at = end + 1;
    try {
      return [{ path, content: decodeText(output.subarray(start, end)) }];
    } catch {
      // What was no text says nothing of what was there.
      return [];
    }
  });
}

/**
 * Reads files as they were before the work began, of those that it changes or deletes.
 *
 * @param paths - Files and folders, relative to the working folder.
 * @param single - A file that is compared whatever it is now, for standard input.
 * @throws {@link UsageError} where the folder is no repository, the commit is unknown, or a path is outside.
 *
 * @internal
 */
export async function readBase(
  ref: string,
  options: { paths: readonly string[]; single?: string; cwd: string },
): Promise<LintInput[]> {
  const { paths, single, cwd } = options;
  const git = new Git(cwd);
  const commit = await findCommit(git, ref);
  const changed = await listChanged(git, commit, paths);
  const blobs = [
    ...changed.filter(({ path }) => paths.includes(path) || isLintable(path)),
    ...(single === undefined ? [] : await findFile(git, commit, single)),
  ];
  return readBlobs(git, blobs);
}
