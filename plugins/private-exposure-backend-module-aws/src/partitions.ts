/** A partition of AWS: what its ARNs and the addresses of its console begin with. @internal */
export interface AwsPartition {
  /** As ARNs spell it. */
  id: string;
  /** What the host names that it gives end in; `amazonaws.com` unless told. */
  dnsSuffix?: string;
  /** Host of the web console; regional hosts put the region in front. Absent where the console has no public name. */
  consoleHost?: string;
  /** Where CloudFront and what belongs to it is asked for. Absent where there is none. */
  distributionRegion?: string;
}

/**
 * Partitions by the beginning of their region names, as in the SDK's own endpoint rules. The first that fits counts.
 */
const partitions: ReadonlyArray<AwsPartition & { regions: RegExp }> = [
  {
    id: 'aws-cn',
    regions: /^cn-/,
    dnsSuffix: 'amazonaws.com.cn',
    consoleHost: 'console.amazonaws.cn',
    distributionRegion: 'cn-northwest-1',
  },
  {
    id: 'aws-us-gov',
    regions: /^us-gov-/,
    consoleHost: 'console.amazonaws-us-gov.com',
  },
  { id: 'aws-iso', regions: /^us-iso-/, dnsSuffix: 'c2s.ic.gov' },
  { id: 'aws-iso-b', regions: /^us-isob-/, dnsSuffix: 'sc2s.sgov.gov' },
  {
    id: 'aws-iso-e',
    regions: /^eu-isoe-/,
    dnsSuffix: 'cloud.adc-e.uk',
  },
  { id: 'aws-iso-f', regions: /^us-isof-/, dnsSuffix: 'csp.hci.ic.gov' },
  { id: 'aws-eusc', regions: /^eusc-/, dnsSuffix: 'amazonaws.eu' },
  {
    id: 'aws',
    regions: /^/,
    consoleHost: 'console.aws.amazon.com',
    distributionRegion: 'us-east-1',
  },
];

/**
 * The partition that a region belongs to.
 *
 * @internal
 */
export function partitionOfRegion(region: string): string {
  return partitions.find(({ regions }) => regions.test(region))?.id ?? 'aws';
}

/**
 * What the host names of load balancers in a region end in.
 *
 * @internal
 */
export function dnsSuffixOfRegion(region: string): string {
  const found = partitions.find(({ regions }) => regions.test(region));
  return found?.dnsSuffix ?? 'amazonaws.com';
}

/**
 * Host of a partition's web console, if it has a public one.
 *
 * @internal
 */
export function consoleHostOf(partition: string): string | undefined {
  return partitions.find(({ id }) => id === partition)?.consoleHost;
}

/**
 * Region whose endpoints answer for a partition's CloudFront and for the certificates, web ACLs and tags that belong to it;
 * `undefined` where the partition has no CloudFront (CloudFront guide, "CloudFront in China"; General Reference).
 *
 * @internal
 */
export function distributionRegionOf(partition: string): string | undefined {
  return partitions.find(({ id }) => id === partition)?.distributionRegion;
}
