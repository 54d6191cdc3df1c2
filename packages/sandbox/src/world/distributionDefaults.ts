import {
  CacheBehavior,
  DistributionConfig,
  DistributionOrigin,
  VpcOriginConfig,
} from './distributionTypes';

/** An origin with what a caller must say; the rest has defaults. @public */
export type OriginInput = Pick<DistributionOrigin, 'id' | 'domainName'> &
  Partial<DistributionOrigin>;

/** A behaviour with what a caller must say; the rest has defaults. @public */
export type BehaviorInput = Pick<CacheBehavior, 'originId'> &
  Partial<CacheBehavior>;

/** A distribution as a caller describes it; what is left out has defaults. @public */
export type DistributionConfigInput = Partial<
  Omit<DistributionConfig, 'origins' | 'defaultBehavior' | 'behaviors'>
> & {
  origins: OriginInput[];
  /** Default: to the first origin. */
  defaultBehavior?: BehaviorInput;
  behaviors?: BehaviorInput[];
};

/** A custom origin as the CloudFront API reference documents its defaults. */
const CUSTOM_TARGET: DistributionOrigin['target'] = {
  type: 'custom',
  httpPort: 80,
  httpsPort: 443,
  protocolPolicy: 'https-only',
  sslProtocols: ['TLSv1.2'],
  readTimeoutSeconds: 30,
  keepaliveTimeoutSeconds: 5,
};

/** Fills a behaviour up. */
function completeBehavior(input: BehaviorInput): CacheBehavior {
  return {
    viewerProtocolPolicy: 'redirect-to-https',
    allowedMethods: ['HEAD', 'GET'],
    isCompressed: false,
    ...input,
  };
}

/**
 * Fills a configuration up with CloudFront's defaults.
 *
 * @internal
 */
export function completeDistributionConfig(
  input: DistributionConfigInput,
  callerReference: string,
): DistributionConfig {
  const origins = input.origins.map(origin => ({
    originPath: '',
    customHeaders: {},
    target: CUSTOM_TARGET,
    ...origin,
  }));
  return {
    callerReference,
    comment: '',
    isEnabled: true,
    aliases: [],
    defaultRootObject: '',
    webAclId: '',
    viewerCertificate: { minimumProtocolVersion: 'TLSv1' },
    httpVersion: 'http2',
    isIpv6Enabled: true,
    priceClass: 'PriceClass_All',
    ...input,
    origins,
    defaultBehavior: completeBehavior(
      input.defaultBehavior ?? { originId: origins[0]?.id ?? '' },
    ),
    behaviors: (input.behaviors ?? []).map(completeBehavior),
  };
}

/** A VPC origin as a caller describes it; what is left out has defaults. @public */
export type VpcOriginInput = Pick<VpcOriginConfig, 'name' | 'originArn'> &
  Partial<VpcOriginConfig>;

/** Fills a VPC origin up with CloudFront's defaults. @internal */
export function completeVpcOriginConfig(
  input: VpcOriginInput,
): VpcOriginConfig {
  return {
    httpPort: 80,
    httpsPort: 443,
    protocolPolicy: 'match-viewer',
    sslProtocols: ['TLSv1.2'],
    ...input,
  };
}
