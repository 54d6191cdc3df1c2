export { quoteHcl } from './quoteHcl';
export {
  readHcl,
  type HclAttributeNode,
  type HclBlockNode,
  type HclBody,
} from './readHcl';
export { readHclValue } from './readHclValue';
export type { HclToken } from './tokenizeHcl';
export {
  hclAddress,
  type HclBlock,
  type HclReference,
  type HclValue,
} from './values';
export { writeHcl, writeHclBlock } from './writeHcl';
