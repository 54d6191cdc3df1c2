/** A partition of AWS: what its ARNs and the addresses of its console begin with. @internal */
export interface AwsPartition {
  /** As ARNs spell it. */
  id: string;
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
    consoleHost: 'console.amazonaws.cn',
    distributionRegion: 'cn-northwest-1',
  },
  {
    id: 'aws-us-gov',
    regions: /^us-gov-/,
    consoleHost: 'console.amazonaws-us-gov.com',
  },
  { id: 'aws-iso', regions: /^us-iso-/ },
  { id: 'aws-iso-b', regions: /^us-isob-/ },
  { id: 'aws-iso-e', regions: /^eu-isoe-/ },
  { id: 'aws-iso-f', regions: /^us-isof-/ },
  { id: 'aws-eusc', regions: /^eusc-/ },
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
