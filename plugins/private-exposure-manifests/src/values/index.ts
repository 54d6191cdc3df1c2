export * from './aws';
export * from './cloudFront';
export {
  cidrSchema,
  hasHostBits,
  ipv4AddressSchema,
  parseCidr,
  type Cidr,
} from './cidr';
export {
  hostNameSchema,
  plainHostSchema,
  privateDnsNameSchema,
} from './domainName';
export * from './entityRef';
export * from './filePath';
export * from './httpPath';
export * from './iam';
export * from './kubernetes';
export {
  listenerCertificateArnSchema,
  regionalWebAclArnSchema,
  tlsPolicyNameSchema,
} from './loadBalancer';
export * from './principal';
export { quoteForMessage, singleLineText } from './text';
export {
  parseGoBoolean,
  parseGoInteger,
  parseInTreeInternal,
  parseStringList,
  parseStringMap,
  trimGoSpace,
} from './goParsers';
export { LbcAnnotations, type LbcLookup } from './LbcAnnotations';
export * from './azure';
export * from './azureParsers';
export * from './goAddress';
export { parseGoDurationSeconds } from './goDuration';
export * from './inTreeParsers';
export * from './externalDnsParsers';
