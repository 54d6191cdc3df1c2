import { GitRepository } from '../git/GitRepository';
import { SourceFile } from './types';

const RELEVANT = /\.(ya?ml|json|tf|bicep)$/;
const LARGEST_FILE = 1024 * 1024;

/**
 * The text files of a commit that a pipeline may deploy.
 * @internal
 */
export async function readSourceFiles(
  git: GitRepository,
  commit: string,
): Promise<SourceFile[]> {
  const entries = await git.listTree(commit, { recursive: true });
  const files = entries.filter(
    ({ type, path, size = 0 }) =>
      type === 'blob' && RELEVANT.test(path) && size <= LARGEST_FILE,
  );
  const contents = await git.readBlobs(files.map(({ sha }) => sha));
  return files.map(({ path, sha }) => ({
    path,
    text: contents.get(sha)?.toString('utf8') ?? '',
  }));
}
