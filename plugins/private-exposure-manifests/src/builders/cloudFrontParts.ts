import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import { VpcOriginIntent } from '../intents/cloudFrontOrigin';
import { WebAclIntent } from '../intents/webAcl';

/**
 * Policies of CloudFront that AWS keeps, by their ids, which are the same in every account.
 *
 * @remarks
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html and the pages on
 * managed origin request policies and response headers policies beside it.
 *
 * @internal
 */
export const managedPolicies = {
  caching: {
    disabled: {
      name: 'CachingDisabled',
      id: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    },
    optimized: {
      name: 'CachingOptimized',
      id: '658327ea-f89d-4fab-a63d-7e88639e58f6',
    },
    origin: {
      name: 'UseOriginCacheControlHeaders-QueryStrings',
      id: '4cc15a8a-d715-48a4-82b8-cc0b614638fe',
    },
  },
  originRequest: {
    name: 'AllViewer',
    id: '216adef6-5c7f-47e4-b989-5492eafa07d3',
  },
  responseHeaders: {
    name: 'SecurityHeadersPolicy',
    id: '67f7725c-6f97-4210-82d7-5512b31e9d03',
  },
} as const;

/** The hosted zone that CloudFront's own names lie in (Route 53 API, AliasTarget). @internal */
export const CLOUDFRONT_ZONE = 'Z2FDTNDATAQYW2';

/** The list of addresses from which CloudFront asks origins, which AWS keeps in every region. @internal */
export const CLOUDFRONT_PREFIX_LIST =
  'com.amazonaws.global.cloudfront.origin-facing';

/** What CloudFront may be asked. @internal */
export const ALL_METHODS = [
  'GET',
  'HEAD',
  'OPTIONS',
  'PUT',
  'POST',
  'PATCH',
  'DELETE',
];

/** Headers that callers prove themselves with: they are left out of the firewall's log. @internal */
export const REDACTED_HEADERS = ['authorization', 'cookie'];

/** How CloudFront answers plain HTTP. @internal */
export function viewerProtocol({ redirectHttp }: AwsCloudFrontIntent): string {
  return redirectHttp ? 'redirect-to-https' : 'https-only';
}

/** The firewall's log group; AWS WAF takes none whose name begins otherwise. @internal */
export function webAclLogGroup({ name }: AwsCloudFrontIntent): string {
  return `aws-waf-logs-${name}`;
}

/** The distribution's log group; AWS lets its services write to all that begin so without a policy for each. @internal */
export function accessLogGroup({ name }: AwsCloudFrontIntent): string {
  return `/aws/vendedlogs/cloudfront/${name}`;
}

/** Name of the security group that lets CloudFront in, as the Ingress or the Service asks for it. @internal */
export function originGroupName({ name }: { name: string }): string {
  return `${name}-cloudfront`;
}

/** Name of the Ingress that makes the load balancer, beside others that the Service may have. @internal */
export function originIngressName({ name }: { name: string }): string {
  return `${name}-cloudfront`;
}

/** Where the load balancer listens. @internal */
export function originListenerPort(
  { port }: { port: number },
  { loadBalancer, protocol }: VpcOriginIntent,
): number {
  if (loadBalancer === 'network') return port;
  return protocol === 'https' ? 443 : 80;
}

/** Whether a certificate is asked for that the load balancer takes. @internal */
export function makesOriginCertificate(origin: VpcOriginIntent): boolean {
  return (
    origin.loadBalancer === 'application' &&
    origin.protocol === 'https' &&
    origin.certificateArn === undefined
  );
}

/** Whether a security group is made for the load balancer. @internal */
export function makesOriginGroup(origin: VpcOriginIntent): boolean {
  return origin.securityGroups.length === 0;
}

/**
 * The tags by which the load balancer is found, as the AWS Load Balancer Controller writes them
 * (`pkg/deploy/tracking/provider.go`).
 *
 * @internal
 */
export function originLookupTags(
  intent: AwsCloudFrontIntent,
  { loadBalancer }: VpcOriginIntent,
): Record<string, string> {
  const { cluster, service } = intent;
  return {
    'elbv2.k8s.aws/cluster': cluster,
    ...(loadBalancer === 'application'
      ? {
          'ingress.k8s.aws/stack': `${service.namespace}/${originIngressName(
            intent,
          )}`,
        }
      : { 'service.k8s.aws/stack': `${service.namespace}/${service.name}` }),
  };
}

/** One of the lists of addresses that a web ACL asks. @internal */
export interface AddressList {
  /** Last part of its name: `block-ipv4`. */
  part: string;
  list: 'allow' | 'block';
  version: 'IPV4' | 'IPV6';
  addresses: string[];
}

type OwnWebAcl = Extract<WebAclIntent, { type: 'own' }>;

/**
 * The lists of addresses of a web ACL. Those that block are there even while empty, so that somebody can be kept out by
 * one line; those that allow only where somebody is in them, for else nobody would get in.
 *
 * @internal
 */
export function addressLists({ allow, block }: OwnWebAcl): AddressList[] {
  const both = (list: 'allow' | 'block', all: string[]): AddressList[] =>
    (['IPV4', 'IPV6'] as const).map(version => ({
      part: `${list}-${version.toLowerCase()}`,
      list,
      version,
      addresses: all.filter(
        network => network.includes(':') === (version === 'IPV6'),
      ),
    }));
  return [
    ...both('block', block),
    ...(allow.length ? both('allow', allow) : []),
  ];
}

/** A rule of a web ACL, in its place. @internal */
export type WebAclRule = { name: string; priority: number } & (
  | { type: 'block-listed' }
  | { type: 'block-others' }
  | { type: 'rate'; limit: number }
  | { type: 'managed'; group: string }
);

/** The rules of a web ACL in their order. None lets anybody past those that follow. @internal */
export function webAclRules({
  allow,
  rateLimit,
  managedRuleGroups,
}: OwnWebAcl): WebAclRule[] {
  const rules = [
    { name: 'block-listed', type: 'block-listed' as const },
    ...(allow.length
      ? [{ name: 'block-others', type: 'block-others' as const }]
      : []),
    ...(rateLimit === undefined
      ? []
      : [{ name: 'rate-limit', type: 'rate' as const, limit: rateLimit }]),
    ...managedRuleGroups.map(group => ({
      name: group,
      type: 'managed' as const,
      group,
    })),
  ];
  return rules.map((rule, priority) => ({ ...rule, priority }));
}
