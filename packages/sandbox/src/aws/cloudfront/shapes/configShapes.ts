import { bool, elementsOf, integer, structure, text } from '../../wire/shapes';

/** Wire names of `Aliases`. @internal */
export const aliases = structure({
  Quantity: integer,
  Items: elementsOf('CNAME', text),
});

/** Wire names of `OriginCustomHeader`. @internal */
export const originCustomHeader = structure({
  HeaderName: text,
  HeaderValue: text,
});

/** Wire names of `CustomHeaders`. @internal */
export const customHeaders = structure({
  Quantity: integer,
  Items: elementsOf('OriginCustomHeader', originCustomHeader),
});

/** Wire names of `S3OriginConfig`. @internal */
export const s3OriginConfig = structure({
  OriginAccessIdentity: text,
  OriginReadTimeout: integer,
});

/** Wire names of `OriginSslProtocols`. @internal */
export const originSslProtocols = structure({
  Quantity: integer,
  Items: elementsOf('SslProtocol', text),
});

/** Wire names of `OriginMtlsConfig`. @internal */
export const originMtlsConfig = structure({
  ClientCertificateArn: text,
});

/** Wire names of `CustomOriginConfig`. @internal */
export const customOriginConfig = structure({
  HTTPPort: integer,
  HTTPSPort: integer,
  OriginProtocolPolicy: text,
  OriginSslProtocols: originSslProtocols,
  OriginReadTimeout: integer,
  OriginKeepaliveTimeout: integer,
  IpAddressType: text,
  OriginMtlsConfig: originMtlsConfig,
});

/** Wire names of `VpcOriginConfig`. @internal */
export const vpcOriginConfig = structure({
  VpcOriginId: text,
  OwnerAccountId: text,
  OriginReadTimeout: integer,
  OriginKeepaliveTimeout: integer,
});

/** Wire names of `Origin`. @internal */
export const origin = structure({
  Id: text,
  DomainName: text,
  OriginPath: text,
  CustomHeaders: customHeaders,
  S3OriginConfig: s3OriginConfig,
  CustomOriginConfig: customOriginConfig,
  VpcOriginConfig: vpcOriginConfig,
  ConnectionAttempts: integer,
  ConnectionTimeout: integer,
});

/** Wire names of `Origins`. @internal */
export const origins = structure({
  Quantity: integer,
  Items: elementsOf('Origin', origin),
});

/** Wire names of `CachedMethods`. @internal */
export const cachedMethods = structure({
  Quantity: integer,
  Items: elementsOf('Method', text),
});

/** Wire names of `AllowedMethods`. @internal */
export const allowedMethods = structure({
  Quantity: integer,
  Items: elementsOf('Method', text),
  CachedMethods: cachedMethods,
});

/** Wire names of `DefaultCacheBehavior`. @internal */
export const defaultCacheBehavior = structure({
  TargetOriginId: text,
  ViewerProtocolPolicy: text,
  AllowedMethods: allowedMethods,
  Compress: bool,
  CachePolicyId: text,
  OriginRequestPolicyId: text,
  ResponseHeadersPolicyId: text,
});

/** Wire names of `CacheBehavior`. @internal */
export const cacheBehavior = structure({
  PathPattern: text,
  TargetOriginId: text,
  ViewerProtocolPolicy: text,
  AllowedMethods: allowedMethods,
  Compress: bool,
  CachePolicyId: text,
  OriginRequestPolicyId: text,
  ResponseHeadersPolicyId: text,
});

/** Wire names of `CacheBehaviors`. @internal */
export const cacheBehaviors = structure({
  Quantity: integer,
  Items: elementsOf('CacheBehavior', cacheBehavior),
});

/** Wire names of `LoggingConfig`. @internal */
export const loggingConfig = structure({
  Enabled: bool,
  IncludeCookies: bool,
  Bucket: text,
  Prefix: text,
});

/** Wire names of `ViewerCertificate`. @internal */
export const viewerCertificate = structure({
  CloudFrontDefaultCertificate: bool,
  IAMCertificateId: text,
  ACMCertificateArn: text,
  SSLSupportMethod: text,
  MinimumProtocolVersion: text,
  Certificate: text,
  CertificateSource: text,
});

/** Wire names of `DistributionConfig`. @internal */
export const distributionConfig = structure({
  CallerReference: text,
  Aliases: aliases,
  DefaultRootObject: text,
  Origins: origins,
  DefaultCacheBehavior: defaultCacheBehavior,
  CacheBehaviors: cacheBehaviors,
  Comment: text,
  Logging: loggingConfig,
  PriceClass: text,
  Enabled: bool,
  ViewerCertificate: viewerCertificate,
  WebACLId: text,
  HttpVersion: text,
  IsIPV6Enabled: bool,
  Staging: bool,
});
