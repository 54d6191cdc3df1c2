import { inFolder } from '@postern/backstage-plugin-private-exposure-manifests';
import { DEFAULT_SOURCE_PATH } from '../actions/inputProperties';
import { readWorkspaceFile } from './readWorkspaceFiles';

/**
 * Reads those files of the fetched repository that are there.
 *
 * @param paths - Paths from the root of the repository, by the input field that named them.
 * @returns The texts by path; a path without a file is left out.
 * @throws InputError naming the field when a file can't be read.
 *
 * @internal
 */
export async function readExisting(
  workspacePath: string,
  sourcePath: string = DEFAULT_SOURCE_PATH,
  paths: Record<string, string>,
): Promise<Record<string, string>> {
  const existing: Record<string, string> = {};
  for (const [field, path] of Object.entries(paths)) {
    const text = await readWorkspaceFile({
      workspacePath,
      path: inFolder(sourcePath, path),
      field,
    });
    if (text !== undefined) existing[path] = text;
  }
  return existing;
}
