import { InvalidIntentError } from '../errors';
import { addTerraformBlocks } from '../edit/editTerraform';
import { HclBlock, hclAddress } from '../hcl/values';
import { writeHcl } from '../hcl/writeHcl';
import { verifyTerraform } from '../verify/verifyTerraform';
import { ExistingFiles, GeneratedFile } from './types';

/**
 * Writes blocks into a new or an existing Terraform file and reads the result back.
 *
 * @throws {@link InvalidIntentError}, {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function buildTerraformFile(options: {
  path: string;
  blocks: HclBlock[];
  existing: ExistingFiles;
  /** Switches that may be changed in blocks that are there. */
  changeable?: readonly string[];
}): GeneratedFile {
  const { path, blocks, existing, changeable } = options;
  const addresses = blocks.map(hclAddress);
  const twice = addresses.find(
    (address, index) => addresses.indexOf(address) !== index,
  );
  if (twice) {
    throw new InvalidIntentError({
      field: 'endpointService.grants',
      message: `two of them mean the same (${twice}); leave one out`,
    });
  }
  const before = existing[path];
  const content =
    before === undefined
      ? writeHcl(blocks)
      : addTerraformBlocks({ path, text: before, blocks, changeable });
  verifyTerraform({ path, content, wanted: blocks, before });
  return { path, content };
}
