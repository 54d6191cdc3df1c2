import {
  BehaviorInput,
  DistributionConfigInput,
  OriginInput,
  OriginTarget,
  ViewerCertificate,
} from '../../world';
import { oneOf } from '../server/oneOf';
import { required } from '../server/required';
import { ValueOf } from '../wire/shapes';
import * as shapes from './shapes/configShapes';

const CODE = 'InvalidArgument';
const PROTOCOL_POLICIES = ['http-only', 'match-viewer', 'https-only'] as const;
const VIEWER_POLICIES = [
  'allow-all',
  'https-only',
  'redirect-to-https',
] as const;
const SSL_METHODS = ['sni-only', 'vip', 'static-ip'] as const;

/** How CloudFront speaks to an origin, from the wire. @internal */
export function readProtocolPolicy(value: string | undefined) {
  return required(
    oneOf(value, PROTOCOL_POLICIES, {
      name: 'OriginProtocolPolicy',
      code: CODE,
    }),
    'OriginProtocolPolicy',
    CODE,
  );
}

/**
 * A configuration from the wire. What the sandbox does not play, such as
 * functions at the edge, is left out.
 *
 * @throws AwsFault `InvalidArgument` for what is missing.
 * @internal
 */
export function readConfig(
  config: ValueOf<typeof shapes.distributionConfig>,
): DistributionConfigInput {
  const { Logging: logging } = config;
  return {
    callerReference: required(config.CallerReference, 'CallerReference', CODE),
    comment: config.Comment ?? '',
    isEnabled: required(config.Enabled, 'Enabled', CODE),
    aliases: config.Aliases?.Items ?? [],
    defaultRootObject: config.DefaultRootObject ?? '',
    origins: required(config.Origins?.Items, 'Origins', CODE).map(readOrigin),
    defaultBehavior: readBehavior(
      required(config.DefaultCacheBehavior, 'DefaultCacheBehavior', CODE),
    ),
    behaviors: (config.CacheBehaviors?.Items ?? []).map(behavior => ({
      ...readBehavior(behavior),
      pathPattern: required(behavior.PathPattern, 'PathPattern', CODE),
    })),
    webAclId: config.WebACLId ?? '',
    viewerCertificate: readCertificate(config.ViewerCertificate ?? {}),
    logging: logging?.Enabled
      ? {
          bucket: logging.Bucket ?? '',
          prefix: logging.Prefix ?? '',
          includesCookies: logging.IncludeCookies ?? false,
        }
      : undefined,
    httpVersion: config.HttpVersion ?? 'http2',
    isIpv6Enabled: config.IsIPV6Enabled ?? true,
    priceClass: config.PriceClass ?? 'PriceClass_All',
  };
}

function readOrigin(origin: ValueOf<typeof shapes.origin>): OriginInput {
  return {
    id: required(origin.Id, 'Origin.Id', CODE),
    domainName: required(origin.DomainName, 'Origin.DomainName', CODE),
    originPath: origin.OriginPath ?? '',
    customHeaders: Object.fromEntries(
      (origin.CustomHeaders?.Items ?? []).map(header => [
        header.HeaderName ?? '',
        header.HeaderValue ?? '',
      ]),
    ),
    target: readTarget(origin),
  };
}

function readTarget(origin: ValueOf<typeof shapes.origin>): OriginTarget {
  const { CustomOriginConfig: custom, VpcOriginConfig: vpc } = origin;
  if (vpc) {
    return {
      type: 'vpc',
      vpcOriginId: required(vpc.VpcOriginId, 'VpcOriginId', CODE),
      ownerAccountId: vpc.OwnerAccountId,
      readTimeoutSeconds: vpc.OriginReadTimeout ?? 30,
      keepaliveTimeoutSeconds: vpc.OriginKeepaliveTimeout ?? 5,
    };
  }
  if (custom) {
    return {
      type: 'custom',
      httpPort: custom.HTTPPort ?? 80,
      httpsPort: custom.HTTPSPort ?? 443,
      protocolPolicy: readProtocolPolicy(custom.OriginProtocolPolicy),
      sslProtocols: custom.OriginSslProtocols?.Items ?? ['TLSv1.2'],
      readTimeoutSeconds: custom.OriginReadTimeout ?? 30,
      keepaliveTimeoutSeconds: custom.OriginKeepaliveTimeout ?? 5,
    };
  }
  return {
    type: 's3',
    originAccessIdentity: origin.S3OriginConfig?.OriginAccessIdentity ?? '',
  };
}

function readBehavior(
  behavior: ValueOf<typeof shapes.defaultCacheBehavior>,
): BehaviorInput {
  return {
    originId: required(behavior.TargetOriginId, 'TargetOriginId', CODE),
    viewerProtocolPolicy: required(
      oneOf(behavior.ViewerProtocolPolicy, VIEWER_POLICIES, {
        name: 'ViewerProtocolPolicy',
        code: CODE,
      }),
      'ViewerProtocolPolicy',
      CODE,
    ),
    allowedMethods: behavior.AllowedMethods?.Items ?? ['HEAD', 'GET'],
    cachePolicyId: behavior.CachePolicyId,
    originRequestPolicyId: behavior.OriginRequestPolicyId,
    responseHeadersPolicyId: behavior.ResponseHeadersPolicyId,
    isCompressed: behavior.Compress ?? false,
  };
}

function readCertificate(
  certificate: ValueOf<typeof shapes.viewerCertificate>,
): ViewerCertificate {
  return {
    certificateArn: certificate.ACMCertificateArn,
    minimumProtocolVersion: certificate.MinimumProtocolVersion ?? 'TLSv1',
    sslSupportMethod: oneOf(certificate.SSLSupportMethod, SSL_METHODS, {
      name: 'SSLSupportMethod',
      code: CODE,
    }),
  };
}
