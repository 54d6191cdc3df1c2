import { readFilesBeside, type RepositoryFile } from './readFilesBeside';

/**
 * Reads the files that belong together with a file of infrastructure code: those of its Terraform module, or the templates
 * beside it.
 *
 * @returns The texts by path from the root of the repository.
 * @throws InputError naming the field when a file can't be read.
 *
 * @internal
 */
export function readModule(
  file: Omit<RepositoryFile, 'path'>,
  { format, path }: { format: 'terraform' | 'cloudformation'; path: string },
): Promise<Record<string, string>> {
  return readFilesBeside(
    { ...file, path },
    format === 'terraform' ? ['.tf'] : ['.json', '.yaml', '.yml'],
  );
}
