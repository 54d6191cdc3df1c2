import {
  declaresUsEast1,
  type AwsCloudFrontInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { readExisting } from './readExisting';
import { readFilesBeside } from './readFilesBeside';
import { readModule } from './readModule';

/** The part of an action's context that says where the repository is. @internal */
export interface FilesContext {
  workspacePath: string;
  input: { sourcePath?: string };
}

/**
 * Reads what a publication may have to edit, and whether the Terraform module has a provider for us-east-1 already.
 *
 * @throws InputError naming the field when a file can't be read.
 *
 * @internal
 */
export async function readCloudFrontFiles(
  { workspacePath, input: { sourcePath } }: FilesContext,
  { manifest, infrastructure, origin }: AwsCloudFrontInput,
): Promise<{ existing: Record<string, string>; usEast1Declared: boolean }> {
  const place = { workspacePath, sourcePath };
  const module = await readModule(
    { ...place, field: 'infrastructure.path' },
    infrastructure,
  );
  const routes =
    origin.type === 'public-entrance'
      ? await readFilesBeside(
          { ...place, path: origin.route.path, field: 'origin.route.path' },
          ['.yaml', '.yml'],
        )
      : {};
  const files = await readExisting(workspacePath, sourcePath, {
    'manifest.path': manifest.path,
  });
  return {
    existing: { ...module, ...routes, ...files },
    usEast1Declared: declaresUsEast1(infrastructure.path, module),
  };
}
