import { UnsafeEditError, VerificationError } from '../errors';
import { HclBlockNode } from '../hcl/readHcl';
import { HclBlock, hclAddress } from '../hcl/values';
import { writeHclBlock } from '../hcl/writeHcl';
import { isSameBlock } from '../verify/verifyTerraform';
import { readTerraformForEdit } from './editTerraform';

/** The only block of a type in the block of an address. @internal */
export function nestedBlockOf(options: {
  path: string;
  text: string;
  address: string;
  type: string;
}): HclBlockNode {
  const { path, text, address, type } = options;
  const block = readTerraformForEdit(path, text).blocks.find(
    node => hclAddress(node) === address,
  );
  if (!block) throw new UnsafeEditError({ path, message: `has no ${address}` });
  const found = block.blocks.filter(node => node.type === type);
  if (found.length !== 1) {
    throw new UnsafeEditError({
      path,
      line: block.line,
      message: `${address} has ${found.length} blocks '${type}', where one is expected; change it by hand`,
    });
  }
  return found[0];
}

/**
 * Replaces the only block of a type in the block of an address; every other character stays.
 *
 * @throws {@link UnsafeEditError} where it is not there, or there several times.
 * @throws {@link VerificationError}
 * @internal
 */
export function replaceNestedBlock(options: {
  path: string;
  text: string;
  address: string;
  block: HclBlock;
}): string {
  const { path, text, address, block } = options;
  const { type } = block;
  const { start, end } = nestedBlockOf({ path, text, address, type });
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0] ?? '';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const written = writeHclBlock(block)
    .trimEnd()
    .replaceAll(/\n(?=[^\n])/g, `\n${indent}`)
    .replaceAll('\n', eol);
  const after = `${text.slice(0, start)}${written}${text.slice(end)}`;
  const found = nestedBlockOf({ path, text: after, address, type });
  if (!isSameBlock(found, block))
    throw new VerificationError(path, `${type} of ${address} differs`);
  return after;
}
