import { VerificationError } from '../errors';
import { HclBlockNode, readHcl } from '../hcl/readHcl';
import { readHclValue } from '../hcl/readHclValue';
import { HclBlock, hclAddress } from '../hcl/values';
import { isSameValue } from './sameValue';

/** Whether a block in a file says exactly what is wanted: same attributes, same values, same blocks. @internal */
export function isSameBlock(node: HclBlockNode, wanted: HclBlock): boolean {
  const found = Object.fromEntries(
    node.attributes.map(attribute => [attribute.name, readHclValue(attribute)]),
  );
  const { blocks = [] } = wanted;
  return (
    node.type === wanted.type &&
    isSameValue(node.labels, wanted.labels) &&
    isSameValue(found, wanted.attributes) &&
    node.blocks.length === blocks.length &&
    node.blocks.every((block, index) => isSameBlock(block, blocks[index]))
  );
}

/**
 * Reads Terraform back and compares it with what was to be written.
 *
 * @param before - The file before the edit; its blocks must all still be there, and no others.
 * @throws {@link VerificationError}
 * @internal
 */
export function verifyTerraform(options: {
  path: string;
  content: string;
  wanted: HclBlock[];
  before?: string;
}): void {
  const { path, content, wanted, before = '' } = options;
  const found = readHcl(content);
  const kept = readHcl(before);
  for (const block of wanted) {
    const same = found.blocks.filter(
      node => hclAddress(node) === hclAddress(block),
    );
    if (same.length !== 1 || !isSameBlock(same[0], block)) {
      throw new VerificationError(path, `${hclAddress(block)} differs`);
    }
  }
  const expected = new Set([...wanted, ...kept.blocks].map(hclAddress));
  const extra = found.blocks.find(node => !expected.has(hclAddress(node)));
  if (extra || found.attributes.length !== kept.attributes.length) {
    throw new VerificationError(path, `it says more than was asked for`);
  }
}
