import { HclBlockNode } from '../hcl/readHcl';
import { readHclValue } from '../hcl/readHclValue';
import { SourceText } from '../read/SourceText';
import { PlacedValue } from './targets';

/** What the names of Front Door's resource types begin with. @internal */
export const PREFIX = 'azurerm_cdn_frontdoor_';

/** The Terraform file that front doors are read from. @internal */
export interface TerraformFile {
  path: string;
  source: SourceText;
  blocks: readonly HclBlockNode[];
}

/** An attribute of a block, by its name. @internal */
export function attributeOf(block: HclBlockNode, name: string) {
  return block.attributes.find(attribute => attribute.name === name);
}

/** A text or a boolean that the file tells. @internal */
export function toldOf(
  { source }: TerraformFile,
  block: HclBlockNode,
  name: string,
): PlacedValue | undefined {
  const attribute = attributeOf(block, name);
  const value = attribute && readHclValue(attribute);
  const isTold = typeof value === 'string' || typeof value === 'boolean';
  const [token] = attribute?.tokens ?? [];
  return token && isTold
    ? { value: String(value), ...source.placeAt(token.start) }
    : undefined;
}

/** The address of a resource whose id an attribute has; `undefined` where it comes from elsewhere. @internal */
export function addressIn(
  block: HclBlockNode,
  name: string,
  type: string,
): string | undefined {
  const tokens = attributeOf(block, name)?.tokens ?? [];
  const text = tokens.map(token => token.text).join('');
  const [address] = new RegExp(`^${PREFIX}${type}\\.[\\w-]+`).exec(text) ?? [];
  return address;
}

/** The resources of a type of Front Door's. @internal */
export function resourcesOf(blocks: readonly HclBlockNode[], type: string) {
  return blocks.filter(
    block =>
      block.type === 'resource' && block.labels[0] === `${PREFIX}${type}`,
  );
}
