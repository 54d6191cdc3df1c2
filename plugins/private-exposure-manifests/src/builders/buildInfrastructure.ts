import { InvalidIntentError } from '../errors';
import {
  addTerraformBlocks,
  removeTerraformBlocks,
} from '../edit/editTerraform';
import { HclBlock, hclAddress } from '../hcl/values';
import { writeHcl } from '../hcl/writeHcl';
import { verifyTerraform } from '../verify/verifyTerraform';
import { ExistingFiles, GeneratedFile } from './types';

function removeBlocks(
  path: string,
  text: string,
  removed: readonly string[],
): string {
  return removeTerraformBlocks({
    path,
    text,
    isRemoved: address => removed.includes(address),
  });
}

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
  /** Addresses of blocks that go; one that is wanted too is written anew. */
  removed?: readonly string[];
}): GeneratedFile {
  const { path, blocks, existing, changeable, removed = [] } = options;
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
      : addTerraformBlocks({
          path,
          text: removeBlocks(path, before, removed),
          blocks,
          changeable,
        });
  verifyTerraform({ path, content, wanted: blocks, before, removed });
  return { path, content };
}
