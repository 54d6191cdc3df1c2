import { HclBlock, HclValue } from '../hcl/values';

/** Attributes of a block. @internal */
export type HclAttributes = Record<string, HclValue>;

/** A block in a resource. @internal */
export function nestedBlock(
  type: string,
  attributes: HclAttributes = {},
  blocks: HclBlock[] = [],
): HclBlock {
  return { type, labels: [], attributes, ...(blocks.length ? { blocks } : {}) };
}

/** A resource. @internal */
export function resourceBlock(
  type: string,
  label: string,
  attributes: HclAttributes,
  blocks: HclBlock[] = [],
): HclBlock {
  return {
    type: 'resource',
    labels: [type, label],
    attributes,
    ...(blocks.length ? { blocks } : {}),
  };
}

/** Something that is looked up. @internal */
export function dataBlock(
  type: string,
  label: string,
  attributes: HclAttributes,
): HclBlock {
  return { type: 'data', labels: [type, label], attributes };
}

/** What a resource or a look-up says about itself; without an attribute, the thing as a whole. @internal */
export function referenceTo(
  address: string,
  ...attributes: string[]
): HclValue {
  return { reference: [address, ...attributes].join('.') };
}

/** The provider for what CloudFront uses of the region us-east-1. @internal */
export const US_EAST_1 = { provider: { reference: 'aws.us_east_1' } };
