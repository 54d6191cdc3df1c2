import { GitRepository } from './GitRepository';
import { GitCommandError } from './runGit';

/**
 * The tree that merging two commits gives, or undefined if they conflict.
 * @internal
 */
export async function mergeTrees(
  repository: GitRepository,
  base: string,
  head: string,
): Promise<string | undefined> {
  try {
    const output = await repository.run([
      'merge-tree',
      '--write-tree',
      base,
      head,
    ]);
    return output.toString().split('\n')[0];
  } catch (error) {
    if (error instanceof GitCommandError && error.exitCode === 1) {
      return undefined;
    }
    throw error;
  }
}

/**
 * Whether one commit is reachable from another.
 * @internal
 */
export async function isAncestor(
  repository: GitRepository,
  ancestor: string,
  descendant: string,
): Promise<boolean> {
  try {
    const args = ['merge-base', '--is-ancestor', ancestor, descendant];
    await repository.run(args);
    return true;
  } catch (error) {
    if (error instanceof GitCommandError && error.exitCode === 1) {
      return false;
    }
    throw error;
  }
}
