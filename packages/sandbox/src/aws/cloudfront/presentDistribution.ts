import {
  CacheBehavior,
  Distribution,
  DistributionConfig,
  DistributionOrigin,
  ViewerCertificate,
} from '../../world';
import { ValueOf } from '../wire/shapes';
import { listed } from './listed';
import * as configShapes from './shapes/configShapes';
import * as shapes from './shapes/distributionShapes';

/** A distribution as GetDistribution shows it. @internal */
export function presentDistribution(
  one: Distribution,
): ValueOf<typeof shapes.distribution> {
  return {
    Id: one.id,
    ARN: one.arn,
    Status: one.state,
    LastModifiedTime: new Date(one.lastModifiedAt),
    InProgressInvalidationBatches: 0,
    DomainName: one.domainName,
    DistributionConfig: presentConfig(one.config),
  };
}

/** A distribution as the listings show it. @internal */
export function presentSummary(
  one: Distribution,
): ValueOf<typeof shapes.distributionSummary> {
  const config = presentConfig(one.config);
  return {
    Id: one.id,
    ARN: one.arn,
    ETag: one.etag,
    Status: one.state,
    LastModifiedTime: new Date(one.lastModifiedAt),
    DomainName: one.domainName,
    Aliases: config.Aliases,
    Origins: config.Origins,
    DefaultCacheBehavior: config.DefaultCacheBehavior,
    CacheBehaviors: config.CacheBehaviors,
    Comment: config.Comment,
    PriceClass: config.PriceClass,
    Enabled: config.Enabled,
    ViewerCertificate: config.ViewerCertificate,
    WebACLId: config.WebACLId,
    HttpVersion: config.HttpVersion?.toUpperCase(),
    IsIPV6Enabled: config.IsIPV6Enabled,
    Staging: false,
  };
}

/** A configuration as the wire has it. @internal */
export function presentConfig(
  config: DistributionConfig,
): ValueOf<typeof configShapes.distributionConfig> {
  const { logging } = config;
  return {
    CallerReference: config.callerReference,
    Aliases: listed(config.aliases),
    DefaultRootObject: config.defaultRootObject,
    Origins: listed(config.origins.map(presentOrigin)),
    DefaultCacheBehavior: presentBehavior(config.defaultBehavior),
    CacheBehaviors: listed(
      config.behaviors.map(behavior => ({
        PathPattern: behavior.pathPattern,
        ...presentBehavior(behavior),
      })),
    ),
    Comment: config.comment,
    Logging: {
      Enabled: logging !== undefined,
      IncludeCookies: logging?.includesCookies ?? false,
      Bucket: logging?.bucket ?? '',
      Prefix: logging?.prefix ?? '',
    },
    PriceClass: config.priceClass,
    Enabled: config.isEnabled,
    ViewerCertificate: presentCertificate(config.viewerCertificate),
    WebACLId: config.webAclId,
    HttpVersion: config.httpVersion,
    IsIPV6Enabled: config.isIpv6Enabled,
    Staging: false,
  };
}

function presentOrigin({
  id,
  domainName,
  originPath,
  customHeaders,
  target,
}: DistributionOrigin): ValueOf<typeof configShapes.origin> {
  const common = {
    Id: id,
    DomainName: domainName,
    OriginPath: originPath,
    CustomHeaders: listed(
      Object.entries(customHeaders).map(([HeaderName, HeaderValue]) => ({
        HeaderName,
        HeaderValue,
      })),
    ),
    ConnectionAttempts: 3,
    ConnectionTimeout: 10,
  };
  switch (target.type) {
    case 'custom':
      return {
        ...common,
        CustomOriginConfig: {
          HTTPPort: target.httpPort,
          HTTPSPort: target.httpsPort,
          OriginProtocolPolicy: target.protocolPolicy,
          OriginSslProtocols: listed(target.sslProtocols),
          OriginReadTimeout: target.readTimeoutSeconds,
          OriginKeepaliveTimeout: target.keepaliveTimeoutSeconds,
        },
      };
    case 'vpc':
      return {
        ...common,
        VpcOriginConfig: {
          VpcOriginId: target.vpcOriginId,
          OwnerAccountId: target.ownerAccountId,
          OriginReadTimeout: target.readTimeoutSeconds,
          OriginKeepaliveTimeout: target.keepaliveTimeoutSeconds,
        },
      };
    default:
      return {
        ...common,
        S3OriginConfig: { OriginAccessIdentity: target.originAccessIdentity },
      };
  }
}

function presentBehavior(
  behavior: CacheBehavior,
): ValueOf<typeof configShapes.defaultCacheBehavior> {
  return {
    TargetOriginId: behavior.originId,
    ViewerProtocolPolicy: behavior.viewerProtocolPolicy,
    AllowedMethods: {
      ...listed(behavior.allowedMethods),
      CachedMethods: listed(['HEAD', 'GET']),
    },
    Compress: behavior.isCompressed,
    CachePolicyId: behavior.cachePolicyId,
    OriginRequestPolicyId: behavior.originRequestPolicyId,
    ResponseHeadersPolicyId: behavior.responseHeadersPolicyId,
  };
}

function presentCertificate({
  certificateArn,
  minimumProtocolVersion,
  sslSupportMethod,
}: ViewerCertificate): ValueOf<typeof configShapes.viewerCertificate> {
  if (!certificateArn) {
    return {
      CloudFrontDefaultCertificate: true,
      SSLSupportMethod: 'vip',
      MinimumProtocolVersion: minimumProtocolVersion,
      CertificateSource: 'cloudfront',
    };
  }
  return {
    CloudFrontDefaultCertificate: false,
    ACMCertificateArn: certificateArn,
    SSLSupportMethod: sslSupportMethod ?? 'sni-only',
    MinimumProtocolVersion: minimumProtocolVersion,
    Certificate: certificateArn,
    CertificateSource: 'acm',
  };
}
