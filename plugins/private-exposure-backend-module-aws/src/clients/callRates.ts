import type { CallRate } from '@postern/backstage-plugin-private-exposure-node';

/**
 * How fast each API may be called for one account and region, unless the configuration says otherwise.
 *
 * @remarks
 * EC2's allows a survey of 10,000 endpoint services in one burst and stays well below what EC2 documents for reads (100
 * at once, 20 a second). Route 53 documents five requests a second for an account, ACM ten for DescribeCertificate, the
 * tagging API fifteen for GetResources. WAF has fixed quotas for an account and region: five requests a second for each
 * operation that reads, but one for ListResourcesForWebACL and for GetWebACLForResource (guide, "AWS WAF quotas"). These two
 * have a budget of their own. Others publish no figure.
 *
 * @internal
 */
export const defaultCallRates = {
  acm: { perSecond: 5, burst: 20 },
  cloudfront: { perSecond: 5, burst: 50 },
  ec2: { perSecond: 5, burst: 100 },
  elb: { perSecond: 5, burst: 50 },
  elbv2: { perSecond: 20, burst: 200 },
  iam: { perSecond: 2, burst: 20 },
  ram: { perSecond: 2, burst: 20 },
  route53: { perSecond: 3, burst: 5 },
  tagging: { perSecond: 5, burst: 100 },
  wafv2: { perSecond: 3, burst: 5 },
  wafv2Associations: { perSecond: 1, burst: 1 },
} as const satisfies Record<string, CallRate>;

/** An API of AWS, or a part of one, with a call budget of its own, as the configuration names it. @internal */
export type AwsApi = keyof typeof defaultCallRates;

/** Everything that has a call budget. @internal */
export const awsApis = Object.keys(defaultCallRates) as AwsApi[];
