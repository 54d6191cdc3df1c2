/**
 * A region of the sandbox.
 *
 * @public
 */
export interface Region {
  /** The name, such as `eu-west-1`. */
  name: string;
  /** How many availability zones it has. */
  zones: number;
  /** The ARN partition. */
  partition: string;
}

const ZONE_COUNTS = {
  'us-east-1': 6,
  'us-east-2': 3,
  'us-west-2': 4,
  'eu-central-1': 3,
  'eu-north-1': 3,
  'eu-west-1': 3,
  'eu-west-2': 3,
  'eu-west-3': 3,
  'ap-southeast-1': 3,
  'ap-southeast-2': 3,
  'us-gov-west-1': 3,
  'cn-north-1': 3,
} as const satisfies Record<string, number>;

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return 'aws';
}

/**
 * The regions that the sandbox plays, by name.
 *
 * @public
 */
export const regions: ReadonlyMap<string, Region> = new Map(
  Object.entries(ZONE_COUNTS).map(([name, zones]) => [
    name,
    { name, zones, partition: partitionOf(name) },
  ]),
);

/**
 * The partition of a region, `aws` for one that the sandbox does not play.
 *
 * @public
 */
export function partitionOfRegion(region: string): string {
  return regions.get(region)?.partition ?? partitionOf(region);
}

/**
 * The domain under which a region's public names live.
 *
 * @public
 */
export function dnsSuffixOfRegion(region: string): string {
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
}

/**
 * The part of a zone id that stands for the region: `euw1` for `eu-west-1`,
 * `apse2` for `ap-southeast-2`, `usgw1` for `us-gov-west-1`.
 *
 * @public
 */
export function zoneIdPrefix(region: string): string {
  const parts = region.split('-');
  const directions = parts
    .slice(1, -1)
    .map(part =>
      part.length > 5 && /^(north|south)/.test(part)
        ? `${part[0]}${part[5]}`
        : part[0],
    );
  return `${parts[0]}${directions.join('')}${parts[parts.length - 1]}`;
}
