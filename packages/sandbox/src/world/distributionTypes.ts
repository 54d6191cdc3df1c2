import { ScopedRecord } from './types';

/** How CloudFront speaks to an origin. @public */
export type OriginProtocolPolicy = 'http-only' | 'match-viewer' | 'https-only';

/** What differs between the kinds of origins. @public */
export type OriginTarget =
  | {
      /** A server with a public name. */
      type: 'custom';
      httpPort: number;
      httpsPort: number;
      protocolPolicy: OriginProtocolPolicy;
      sslProtocols: string[];
      readTimeoutSeconds: number;
      keepaliveTimeoutSeconds: number;
    }
  | {
      /** A load balancer or instance without a public address. */
      type: 'vpc';
      vpcOriginId: string;
      /** The account of a VPC origin that was shared. */
      ownerAccountId?: string;
      readTimeoutSeconds: number;
      keepaliveTimeoutSeconds: number;
    }
  | {
      /** A bucket. */
      type: 's3';
      originAccessIdentity: string;
    };

/** Where a distribution fetches what it serves. @public */
export interface DistributionOrigin {
  /** Unique in its distribution; behaviours name it. */
  id: string;
  domainName: string;
  originPath: string;
  customHeaders: Record<string, string>;
  target: OriginTarget;
}

/** What a distribution does with the requests of some paths. @public */
export interface CacheBehavior {
  /** Undefined for the default behaviour only. */
  pathPattern?: string;
  originId: string;
  viewerProtocolPolicy: 'allow-all' | 'https-only' | 'redirect-to-https';
  allowedMethods: string[];
  cachePolicyId?: string;
  originRequestPolicyId?: string;
  responseHeadersPolicyId?: string;
  isCompressed: boolean;
}

/** The certificate that viewers see, and what they must speak. @public */
export interface ViewerCertificate {
  /** Undefined: CloudFront's own certificate, for its own domain names only. */
  certificateArn?: string;
  /** Such as `TLSv1.2_2021`. */
  minimumProtocolVersion: string;
  sslSupportMethod?: 'sni-only' | 'vip' | 'static-ip';
}

/** Access logs to a bucket, the older way. @public */
export interface DistributionLogging {
  /** The bucket's domain name. */
  bucket: string;
  prefix: string;
  includesCookies: boolean;
}

/** What an owner decides about a distribution. @public */
export interface DistributionConfig {
  callerReference: string;
  comment: string;
  isEnabled: boolean;
  /** Host names beside the distribution's own. */
  aliases: string[];
  defaultRootObject: string;
  origins: DistributionOrigin[];
  defaultBehavior: CacheBehavior;
  /** In the order in which they are tried. */
  behaviors: CacheBehavior[];
  /** ARN of a WAFv2 web ACL of the scope `CLOUDFRONT`; empty for none. */
  webAclId: string;
  viewerCertificate: ViewerCertificate;
  logging?: DistributionLogging;
  httpVersion: string;
  isIpv6Enabled: boolean;
  priceClass: string;
}

/** A distribution; `id` is `E…`. @public */
export interface Distribution extends ScopedRecord {
  arn: string;
  /** Such as `d111111abcdef8.cloudfront.net`. */
  domainName: string;
  state: 'InProgress' | 'Deployed';
  /** Changes with each update, which must name the one it rests on. */
  etag: string;
  lastModifiedAt: number;
  config: DistributionConfig;
}

/** A VPC origin as its owner describes it. @public */
export interface VpcOriginConfig {
  name: string;
  /** ARN of the load balancer or instance. */
  originArn: string;
  httpPort: number;
  httpsPort: number;
  protocolPolicy: OriginProtocolPolicy;
  sslProtocols: string[];
}

/** A VPC origin; `id` is `vo_…`. @public */
export interface VpcOrigin extends ScopedRecord {
  arn: string;
  state: 'Deploying' | 'Deployed' | 'Failed';
  etag: string;
  lastModifiedAt: number;
  config: VpcOriginConfig;
}

/** The hosted zone that alias records to distributions name. @public */
export const CLOUDFRONT_ZONE_ID = 'Z2FDTNDATAQYW2';
