import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file of a change. @internal */
export interface ChangedFile {
  /** Path from the root of the repository. */
  path: string;
  /** The whole text. */
  content: string;
}

/**
 * Writes the files of a change into the workspace: all of them, or none if one path would leave it.
 *
 * @remarks Writing is not an effect in the sense of a checkpoint. A task that goes on after a crash may find an empty
 * workspace, and must write again; the same input writes the same files.
 *
 * @internal
 */
export async function writeChange(options: {
  /** The task's workspace. */
  workspacePath: string;
  /** Folder below the workspace that takes the change's files. */
  targetPath: string;
  /** The files, with paths from the root of the repository. */
  files: readonly ChangedFile[];
}): Promise<void> {
  const { workspacePath, targetPath, files } = options;
  const targets = files.map(({ path, content }) => ({
    target: resolveSafeChildPath(workspacePath, join(targetPath, path)),
    content,
  }));
  // A change that only deletes still needs its folder: `publish:*` reads it.
  await mkdir(resolveSafeChildPath(workspacePath, targetPath), {
    recursive: true,
  });
  for (const { target, content } of targets) {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content, 'utf8');
  }
}
