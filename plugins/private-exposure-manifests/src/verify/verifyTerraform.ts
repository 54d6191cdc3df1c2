import { VerificationError } from '../errors';
import { HclBlockNode, HclBody, readHcl } from '../hcl/readHcl';
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

/** Blocks with their text, in order, apart from some. */
function textsOf(
  { blocks }: HclBody,
  text: string,
  except: ReadonlySet<string>,
): string[] {
  return blocks
    .filter(node => !except.has(hclAddress(node)))
    .map(({ start, end }) => text.slice(start, end));
}

/**
 * Reads Terraform back and compares it with what was to be written.
 *
 * @param before - The file before the edit; its other blocks must all still be there as they were, and no others.
 * @param removed - Addresses of blocks that were to go.
 * @throws {@link VerificationError}
 * @internal
 */
export function verifyTerraform(options: {
  path: string;
  content: string;
  wanted: HclBlock[];
  before?: string;
  removed?: readonly string[];
}): void {
  const { path, content, wanted, before = '', removed = [] } = options;
  const found = readHcl(content);
  const former = readHcl(before);
  for (const block of wanted) {
    const same = found.blocks.filter(
      node => hclAddress(node) === hclAddress(block),
    );
    if (same.length !== 1 || !isSameBlock(same[0], block)) {
      throw new VerificationError(path, `${hclAddress(block)} differs`);
    }
  }
  const addresses = new Set(wanted.map(hclAddress));
  const touched = new Set([...addresses, ...removed]);
  const others = {
    before: textsOf(former, before, touched),
    // What was to go and is still there makes a difference here.
    after: textsOf(found, content, addresses),
  };
  if (!isSameValue(others.after, others.before)) {
    throw new VerificationError(
      path,
      'it says more or less than was asked for',
    );
  }
  if (found.attributes.length !== former.attributes.length) {
    throw new VerificationError(path, 'it says more than was asked for');
  }
}
