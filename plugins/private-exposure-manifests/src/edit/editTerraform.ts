import { HclSyntaxError, UnsafeEditError } from '../errors';
import {
  HclAttributeNode,
  HclBlockNode,
  HclBody,
  readHcl,
} from '../hcl/readHcl';
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

/** Puts the wanted values where they differ in attributes that may change; `undefined` where anything else differs. */
function changeAttributes(
  text: string,
  found: HclBlockNode,
  wanted: HclBlock,
  changeable: readonly string[],
): string | undefined {
  const isOther = ({ name }: HclAttributeNode) => !changeable.includes(name);
  const kept = { ...found, attributes: found.attributes.filter(isOther) };
  const attributes = Object.fromEntries(
    Object.entries(wanted.attributes).filter(
      ([name]) => !changeable.includes(name),
    ),
  );
  if (!isSameBlock(kept, { ...wanted, attributes })) return undefined;
  return found.attributes
    .filter(attribute => !isOther(attribute))
    .sort((left, right) => right.start - left.start)
    .reduce((rest, { name, tokens }) => {
      const value = wanted.attributes[name];
      const [first, last] = [tokens[0], tokens[tokens.length - 1]];
      return typeof value === 'boolean'
        ? `${rest.slice(0, first.start)}${value}${rest.slice(last.end)}`
        : rest;
    }, text);
}

/**
 * Adds blocks to a Terraform file. Blocks that already say the same stay as they are; everything else stays
 * byte for byte.
 *
 * @param options - `changeable` names switches that an existing block may have set otherwise; they are changed in place.
 * @throws {@link UnsafeEditError} where a block of the same address says something else.
 * @internal
 */
export function addTerraformBlocks(options: {
  path: string;
  text: string;
  blocks: HclBlock[];
  changeable?: readonly string[];
}): string {
  const { path, blocks, changeable = [] } = options;
  let { text } = options;
  const missing: HclBlock[] = [];
  for (const block of blocks) {
    const address = hclAddress(block);
    const found = readTerraformForEdit(path, text).blocks.find(
      node => hclAddress(node) === address,
    );
    if (!found) {
      missing.push(block);
    } else if (!isSameBlock(found, block)) {
      const changed = changeAttributes(text, found, block, changeable);
      if (changed === undefined) {
        throw new UnsafeEditError({
          path,
          line: found.line,
          message: `${address} is already there and says something else; change it by hand, or choose another name or file`,
        });
      }
      text = changed;
    }
  }
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
