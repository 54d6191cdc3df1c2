import { dnsSuffixOfRegion } from '../../partitions';

/**
 * A host name as it is compared: lower case, without the dot at the end, and without what Route 53 puts before a load
 * balancer's name to have both address versions.
 *
 * @internal
 */
export function canonicalHost(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^dualstack\./, '');
}

/**
 * The name and region of the load balancer that a host name was made for; `undefined` for any other host.
 *
 * @remarks
 * `<name>-<number>.<region>.elb.amazonaws.com` of application and Classic load balancers, with `internal-` in front of
 * internal ones; `<name>-<number>.elb.<region>.amazonaws.com` of network load balancers (Elastic Load Balancing guides,
 * "DNS name"). Other partitions have other ends.
 *
 * @internal
 */
export function parseLoadBalancerHost(
  host: string,
): { name: string; region: string } | undefined {
  const parts =
    /^(?:internal-)?([\w-]+)-\w+\.(?:elb\.([\w-]+)|([\w-]+)\.elb)\.(.+)$/.exec(
      canonicalHost(host),
    );
  if (!parts) return undefined;
  const [, name, networkRegion, applicationRegion, suffix] = parts;
  const region = networkRegion ?? applicationRegion;
  return suffix === dnsSuffixOfRegion(region) ? { name, region } : undefined;
}

/**
 * Domains in which AWS alone gives names: to load balancers, APIs, buckets, distributions, function URLs and whatever else
 * an origin can be (CloudFront guide, "Use various origins").
 */
const cloudDomains = [
  'amazonaws.com',
  'amazonaws.com.cn',
  'amazonaws.eu',
  'amplifyapp.com',
  'api.aws',
  'awsapprunner.com',
  'awsglobalaccelerator.com',
  'cloudfront.cn',
  'cloudfront.net',
  'elasticbeanstalk.com',
  'on.aws',
];

/**
 * Whether a host has a name that AWS gave it, and so one that is in nobody's hosted zone.
 *
 * @internal
 */
export function isNamedByCloud(host: string): boolean {
  const name = canonicalHost(host);
  return cloudDomains.some(domain => name.endsWith(`.${domain}`));
}
