import { BicepResource } from '../bicep/values';
import { writeBicep } from '../bicep/writeBicep';
import { addBicepResources } from '../edit/editBicep';
import { verifyBicep } from '../verify/verifyBicep';
import { ExistingFiles, GeneratedFile } from './types';

/**
 * Writes resources into a new or an existing Bicep file and reads the result back.
 *
 * @throws {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function buildBicepFile(options: {
  path: string;
  resources: readonly BicepResource[];
  existing: ExistingFiles;
}): GeneratedFile {
  const { path, resources, existing } = options;
  const before = existing[path];
  const content =
    before === undefined
      ? writeBicep(resources)
      : addBicepResources({ path, text: before, resources });
  verifyBicep({ path, content, wanted: resources, before });
  return { path, content };
}
