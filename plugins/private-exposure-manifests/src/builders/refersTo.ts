import { HclBlockNode } from '../hcl/readHcl';

/** Whether a block uses something of the resource of an address. @internal */
export function refersTo(block: HclBlockNode, address: string): boolean {
  const tokens = block.attributes.flatMap(attribute => attribute.tokens);
  const source = tokens.map(({ text }) => text).join('');
  return source.includes(`${address}.`) || source.includes(`${address}[`);
}
