import { ConflictError } from '@backstage/errors';
import { emailOf } from './GitHost';
import type { GitRepository } from './GitRepository';
import { mergeTrees } from './mergeCommits';
import { PullRequest } from './types';

/**
 * Stores the commit that merges a pull request, on top of `baseSha`, and returns its id. Moves no branch.
 * @throws ConflictError if the branches cannot be merged.
 * @internal
 */
export async function writeMergeCommit(
  git: GitRepository,
  pull: PullRequest,
  options: {
    baseSha: string;
    mergedBy: string;
    isSquash: boolean;
    message?: string;
    /** ISO 8601 time. */
    date: string;
  },
): Promise<string> {
  const { baseSha, mergedBy, isSquash, date } = options;
  const tree = await mergeTrees(git, baseSha, pull.headSha);
  if (!tree) {
    throw new ConflictError(`Pull request ${pull.number} has merge conflicts`);
  }
  const title = isSquash
    ? `${pull.title} (#${pull.number})`
    : `Merge pull request #${pull.number} from ${pull.headRef}\n\n${pull.title}`;
  return git.writeCommit({
    tree,
    parents: isSquash ? [baseSha] : [baseSha, pull.headSha],
    message: options.message ?? title,
    author: { name: mergedBy, email: emailOf(mergedBy), date },
  });
}
