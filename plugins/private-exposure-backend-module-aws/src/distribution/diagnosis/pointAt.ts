import type { InspectedOrigin } from '../inspection/DistributionInspection';

/**
 * What to do about an origin that leads to the wrong load balancer: change the record of its name, where it has one of
 * ours, or the origin itself.
 *
 * @param target - What it is to lead to.
 * @internal
 */
export function pointAt(
  host: string,
  target: string,
  name: InspectedOrigin['name'],
): string {
  return name
    ? `Point the record of '${host}' at ${target}. external-dns does that by itself, if it owns the record.`
    : `Point the origin at ${target}; better, at a name of your own that external-dns keeps pointed at it, or at a VPC origin.`;
}
