import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { quoteForMessage } from '@postern/backstage-plugin-private-exposure-manifests';
import { lstat, readdir, readFile } from 'node:fs/promises';

/** No manifest is this large; a file that is was named by mistake. */
const MAX_BYTES = 1024 * 1024;

/** What can go wrong in a workspace, and which input field is to blame. @internal */
export interface WorkspacePath {
  /** The task's workspace. */
  workspacePath: string;
  /** Path below the workspace. */
  path: string;
  /** The input field that named the path. */
  field: string;
}

/**
 * Reads one text file of the workspace. Returns `undefined` if there is none.
 *
 * @throws InputError when the path leaves the workspace, is not a plain file, or holds more than 1 MiB or no text.
 *
 * @internal
 */
export async function readWorkspaceFile(
  options: WorkspacePath,
): Promise<string | undefined> {
  const { path, field } = options;
  const target = resolveInWorkspace(options);
  const found = await statIfPresent(target);
  if (!found) return undefined;
  if (!found.isFile()) {
    throw new InputError(
      `${field}: ${quoteForMessage(path)} is not a plain file`,
    );
  }
  if (found.size > MAX_BYTES) {
    throw new InputError(
      `${field}: ${quoteForMessage(path)} is larger than 1 MiB`,
    );
  }
  const text = (await readFile(target)).toString('utf8');
  if (text.includes('\uFFFD') || text.includes('\0')) {
    throw new InputError(
      `${field}: ${quoteForMessage(path)} is not a UTF-8 text file`,
    );
  }
  return text;
}

/**
 * Names the files in one folder of the workspace, without its subfolders, in order. A folder that is missing is empty.
 *
 * @throws InputError when the path leaves the workspace.
 *
 * @internal
 */
export async function listWorkspaceFolder(
  options: WorkspacePath,
): Promise<string[]> {
  const target = resolveInWorkspace(options);
  const found = await statIfPresent(target);
  if (!found?.isDirectory()) return [];
  const entries = await readdir(target, { withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => entry.name)
    .sort();
}

/** Resolves symbolic links too, so that none leads out of the workspace. */
function resolveInWorkspace(options: WorkspacePath): string {
  const { workspacePath, path, field } = options;
  try {
    return resolveSafeChildPath(workspacePath, path);
  } catch {
    // The message of the file system repeats the path as it is, line ends included.
    throw new InputError(
      `${field}: ${quoteForMessage(path)} is not a path inside the workspace`,
    );
  }
}

async function statIfPresent(path: string) {
  try {
    return await lstat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw error;
  }
}
