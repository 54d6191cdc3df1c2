import { GitRepository } from './GitRepository';
import { GitCommandError } from './runGit';
import { FileDiff } from './types';

const STATUS: Record<string, FileDiff['status']> = {
  A: 'added',
  D: 'removed',
  R: 'renamed',
};
const NO_OBJECT = '0'.repeat(40);
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const DIFF = ['diff-tree', '-r', '-M', '--no-commit-id', '--no-color'];

/**
 * The files that differ between two commits, each with its hunks.
 *
 * @param base - a commit, or undefined for the empty tree
 * @internal
 */
export async function diffCommits(
  repository: GitRepository,
  base: string | undefined,
  head: string,
): Promise<FileDiff[]> {
  const range = [base ?? EMPTY_TREE, head];
  const raw = await repository.run([
    ...DIFF,
    '-z',
    '--raw',
    '--no-abbrev',
    ...range,
  ]);
  const changes = parseRaw(raw.toString('utf8'));
  const counts = await countLines(repository, range);
  return Promise.all(
    changes.map(async change => {
      const count = counts.get(change.path);
      return {
        ...change,
        additions: count?.additions ?? 0,
        deletions: count?.deletions ?? 0,
        isBinary: count?.isBinary ?? false,
        patch: count?.isBinary
          ? undefined
          : await readPatch(repository, range, change),
      };
    }),
  );
}

/**
 * The commit where two histories parted, or undefined if they share none.
 * @internal
 */
export async function findMergeBase(
  repository: GitRepository,
  a: string,
  b: string,
): Promise<string | undefined> {
  try {
    return (await repository.run(['merge-base', a, b])).toString().trim();
  } catch (error) {
    if (error instanceof GitCommandError && error.exitCode === 1) {
      return undefined;
    }
    throw error;
  }
}

type Change = Pick<FileDiff, 'path' | 'previousPath' | 'status' | 'sha'>;

function parseRaw(output: string): Change[] {
  const parts = output.split('\0').filter(Boolean);
  const changes: Change[] = [];
  for (let index = 0; index < parts.length; ) {
    const [, , oldSha, newSha, letter] = parts[index].split(' ');
    const status = STATUS[letter[0]] ?? 'modified';
    const isRename = status === 'renamed';
    changes.push({
      status,
      sha: newSha === NO_OBJECT ? oldSha : newSha,
      path: parts[index + (isRename ? 2 : 1)],
      ...(isRename && { previousPath: parts[index + 1] }),
    });
    index += isRename ? 3 : 2;
  }
  return changes;
}

async function countLines(repository: GitRepository, range: string[]) {
  const output = await repository.run([...DIFF, '-z', '--numstat', ...range]);
  const parts = output.toString('utf8').split('\0').filter(Boolean);
  const counts = new Map<
    string,
    { additions: number; deletions: number; isBinary: boolean }
  >();
  for (let index = 0; index < parts.length; index += 1) {
    const [additions, deletions, ownPath] = parts[index].split('\t');
    let path = ownPath;
    if (path === '') {
      // A rename is followed by its two names.
      path = parts[index + 2];
      index += 2;
    }
    counts.set(path, {
      additions: Number(additions) || 0,
      deletions: Number(deletions) || 0,
      isBinary: additions === '-',
    });
  }
  return counts;
}

async function readPatch(
  repository: GitRepository,
  range: string[],
  change: Change,
): Promise<string> {
  const paths = [change.previousPath, change.path]
    .filter((path): path is string => path !== undefined)
    .map(path => `:(literal)${path}`);
  const output = await repository.run([
    ...DIFF,
    '-p',
    ...range,
    '--',
    ...paths,
  ]);
  const text = output.toString('utf8');
  const start = text.search(/^@@ /m);
  return start === -1 ? '' : text.slice(start).replace(/\n$/, '');
}
