import { inFolder } from '@postern/backstage-plugin-private-exposure-manifests';
import { DEFAULT_SOURCE_PATH } from '../actions/inputProperties';
import { listWorkspaceFolder, readWorkspaceFile } from './readWorkspaceFiles';

/** Where a file of the fetched repository is. @internal */
export interface RepositoryFile {
  /** The task's workspace. */
  workspacePath: string;
  /** Folder of the workspace with the repository. */
  sourcePath?: string;
  /** Path of the file from the root of the repository. */
  path: string;
  /** The input field that named the path. */
  field: string;
}

const folderOf = (path: string) => path.replace(/\/?[^/]*$/, '');

/**
 * Reads the files beside a file, by their extensions. One folder of Terraform is one module, and one of manifests may
 * hold the routes of several services.
 *
 * @returns The texts by path from the root of the repository.
 * @throws InputError naming the field when a file can't be read.
 *
 * @internal
 */
export async function readFilesBeside(
  file: RepositoryFile,
  extensions: readonly string[],
): Promise<Record<string, string>> {
  const { workspacePath, sourcePath = DEFAULT_SOURCE_PATH, field } = file;
  const folder = folderOf(file.path);
  const names = await listWorkspaceFolder({
    ...{ workspacePath, field },
    path: inFolder(sourcePath, folder),
  });
  const texts: Record<string, string> = {};
  for (const name of names) {
    if (!extensions.some(extension => name.endsWith(extension))) continue;
    const path = inFolder(folder, name);
    const text = await readWorkspaceFile({
      ...{ workspacePath, field },
      path: inFolder(sourcePath, path),
    });
    if (text !== undefined) texts[path] = text;
  }
  return texts;
}
