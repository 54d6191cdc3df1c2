import { HclSyntaxError, UnsafeEditError } from '../errors';
import { HclBody, readHcl } from '../hcl/readHcl';
import { HclBlock, hclAddress } from '../hcl/values';
import { writeHcl } from '../hcl/writeHcl';
import { isSameBlock } from '../verify/verifyTerraform';

/**
 * Reads a Terraform file that is to be edited.
 *
 * @throws {@link UnsafeEditError} with the line, where it can't be read or declares an address twice.
 * @internal
 */
export function readTerraformForEdit(path: string, text: string): HclBody {
  try {
    const body = readHcl(text);
    const seen = new Set<string>();
    for (const block of body.blocks) {
      const address = hclAddress(block);
      const isSingle = block.type === 'resource' || block.type === 'data';
      if (isSingle && seen.has(address)) {
        throw new UnsafeEditError({
          path,
          line: block.line,
          message: `${address} is declared twice`,
        });
      }
      seen.add(address);
    }
    return body;
  } catch (error) {
    if (!(error instanceof HclSyntaxError)) throw error;
    throw new UnsafeEditError({
      path,
      line: error.line,
      message: `can't be read as Terraform (${error.message}); correct it first`,
      cause: error,
    });
  }
}

/**
 * Adds blocks to a Terraform file. Blocks that already say the same stay as they are; everything else stays
 * byte for byte.
 *
 * @throws {@link UnsafeEditError} where a block of the same address says something else.
 * @internal
 */
export function addTerraformBlocks(options: {
  path: string;
  text: string;
  blocks: HclBlock[];
}): string {
  const { path, text, blocks } = options;
  const body = readTerraformForEdit(path, text);
  const missing = blocks.filter(block => {
    const address = hclAddress(block);
    const found = body.blocks.find(node => hclAddress(node) === address);
    if (found && !isSameBlock(found, block)) {
      throw new UnsafeEditError({
        path,
        line: found.line,
        message: `${address} is already there and says something else; change it by hand, or choose another name or file`,
      });
    }
    return !found;
  });
  if (missing.length === 0) return text;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lead =
    text === '' ? '' : `${text.replace(/(\r?\n)+$/, '')}${eol}${eol}`;
  return `${lead}${writeHcl(missing).replaceAll('\n', eol)}`;
}

/**
 * Removes blocks by address, with the comment lines right above them; everything else stays byte for byte.
 *
 * @throws {@link UnsafeEditError}
 * @internal
 */
export function removeTerraformBlocks(options: {
  path: string;
  text: string;
  isRemoved: (address: string) => boolean;
}): string {
  const { path, text, isRemoved } = options;
  const doomed = readTerraformForEdit(path, text)
    .blocks.filter(node => isRemoved(hclAddress(node)))
    .sort((left, right) => right.start - left.start);
  return doomed.reduce((rest, node) => {
    const before = rest
      .slice(0, node.start)
      .replace(/((^|\n)[ \t]*(#|\/\/)[^\n]*)+\n[ \t]*$/, '$2');
    const after = rest
      .slice(node.end)
      .replace(/^[ \t]*(#[^\n]*|\/\/[^\n]*)?(\r?\n)*/, '');
    if (after === '')
      return before.trimEnd() === '' ? '' : `${before.trimEnd()}\n`;
    return `${before}${after}`;
  }, text);
}
