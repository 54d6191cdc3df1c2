import { Commit } from './types';

// Unit and record separators: git strips control characters from names, and the message comes last.
const FIELDS = [
  '%H',
  '%T',
  '%P',
  '%an',
  '%ae',
  '%aI',
  '%cn',
  '%ce',
  '%cI',
  '%B',
] as const;

/**
 * The `git log` format that {@link parseCommits} reads.
 * @internal
 */
export const COMMIT_FORMAT = `${FIELDS.join('%x1f')}%x1e`;

/**
 * Reads the output of `git log` in {@link COMMIT_FORMAT}.
 * @internal
 */
export function parseCommits(output: string): Commit[] {
  return output
    .split('\x1e')
    .map(record => record.replace(/^\n/, ''))
    .filter(Boolean)
    .map(record => {
      const fields = record.split('\x1f');
      const [sha, tree, parents, an, ae, ad, cn, ce, cd] = fields;
      return {
        sha,
        tree,
        parents: parents.split(' ').filter(Boolean),
        author: { name: an, email: ae, date: ad },
        committer: { name: cn, email: ce, date: cd },
        message: fields.slice(9).join('\x1f').replace(/\n$/, ''),
      };
    });
}
