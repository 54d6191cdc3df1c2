/**
 * Whether nodes send to targets in other zones, by the attributes of a load balancer or of a target group; `undefined`
 * where these leave it to somebody else, as a target group's `use_load_balancer_configuration` does.
 *
 * @internal
 */
export function readCrossZoneAttribute(
  attributes: ReadonlyArray<{ Key?: string; Value?: string }> | undefined,
): boolean | undefined {
  const value = attributes?.find(
    ({ Key }) => Key === 'load_balancing.cross_zone.enabled',
  )?.Value;
  return value === 'true' || value === 'false' ? value === 'true' : undefined;
}
