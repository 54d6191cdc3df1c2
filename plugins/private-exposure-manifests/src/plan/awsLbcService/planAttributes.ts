import { ControllerRefusal } from '../ControllerRefusal';
import { parseGoInteger } from '../../values/goParsers';
import { AwsLbcServiceFacts } from './AwsLbcServiceFacts';
import { LbcService } from './LbcService';

const ROUTING_POLICIES = [
  'any_availability_zone',
  'partial_availability_zone_affinity',
  'availability_zone_affinity',
];

/**
 * Refuses a policy for the load balancer's own DNS records that AWS doesn't know.
 *
 * @param name - The annotation that the attributes are from.
 *
 * @internal
 */
export function checkRoutingPolicy(
  attributes: Readonly<Record<string, string>>,
  name: string,
  about: readonly string[],
): void {
  const policy = attributes['dns_record.client_routing_policy'];
  if (policy === undefined || ROUTING_POLICIES.includes(policy)) return;
  const expected = ROUTING_POLICIES.map(value => `'${value}'`).join(', ');
  throw new ControllerRefusal(
    `invalid dns_record.client_routing_policy set in annotation ${name}: got '${policy}' expected one of [${expected}]`,
    about,
  );
}

function planNamedAttributes({ annotations }: LbcService) {
  const key = 'aws-load-balancer-attributes';
  const attributes = annotations.stringMap(key) ?? {};
  checkRoutingPolicy(attributes, key, [annotations.keyOf(key)]);
  return attributes;
}

/** Attributes of the load balancer; the annotations for single ones, though deprecated, win. @internal */
export function planLoadBalancerAttributes(
  service: LbcService,
): Record<string, string> {
  const { annotations } = service;
  const attributes = { ...planNamedAttributes(service) };
  if (annotations.boolean('aws-load-balancer-access-log-enabled')) {
    attributes['access_logs.s3.enabled'] = 'true';
    const bucket = annotations.string(
      'aws-load-balancer-access-log-s3-bucket-name',
    );
    if (bucket !== undefined) attributes['access_logs.s3.bucket'] = bucket;
    const prefix = annotations.string(
      'aws-load-balancer-access-log-s3-bucket-prefix',
    );
    if (prefix !== undefined) attributes['access_logs.s3.prefix'] = prefix;
  }
  const isCrossZone = annotations.boolean(
    'aws-load-balancer-cross-zone-load-balancing-enabled',
  );
  if (isCrossZone !== undefined)
    attributes['load_balancing.cross_zone.enabled'] = String(isCrossZone);
  return attributes;
}

/** Capacity that is reserved; `undefined` where the Service says nothing of it. @internal */
export function planMinimumCapacity(
  { annotations }: LbcService,
  { featureGates }: Pick<AwsLbcServiceFacts, 'featureGates'>,
): { capacityUnits: number } | undefined {
  if (!featureGates.LBCapacityReservation) return undefined;
  const key = 'aws-load-balancer-minimum-load-balancer-capacity';
  const entries = Object.entries(annotations.stringMap(key) ?? {});
  const unknown = entries.find(([name]) => name !== 'CapacityUnits');
  if (unknown) {
    throw new ControllerRefusal(
      `invalid key to set the capacity: ${unknown[0]}, Expected key: CapacityUnits`,
      [annotations.keyOf(key)],
    );
  }
  // The controller takes what is no number for 0.
  return entries.length
    ? { capacityUnits: parseGoInteger(entries[0][1], 32) ?? 0 }
    : undefined;
}
