export * from './aws';
export * from './cidr';
export * from './domainName';
export * from './entityRef';
export * from './filePath';
export * from './kubernetes';
export * from './principal';
export { quoteForMessage, singleLineText } from './text';
export * from './goParsers';
