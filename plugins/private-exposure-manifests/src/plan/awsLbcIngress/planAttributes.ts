import { parseGoInteger, quoteGo } from '../../values/goParsers';
import { ControllerRefusal } from '../ControllerRefusal';
import { mergePairs } from './agreeOn';
import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { GroupMember, INGRESS_ANNOTATION_PREFIX } from './LbcIngress';

const keyOf = (name: string) => [`${INGRESS_ANNOTATION_PREFIX}/${name}`];

/**
 * Attributes of the load balancer. Those of the first member's class win.
 *
 * @remarks `pkg/ingress/model_build_load_balancer_attributes.go`, version 3.5.
 *
 * @internal
 */
export function planLoadBalancerAttributes(
  members: readonly GroupMember[],
): Record<string, string> {
  const name = 'load-balancer-attributes';
  const ofClass = members[0]?.params?.loadBalancerAttributes ?? {};
  const attributes = mergePairs(
    members.map(({ annotations }) => annotations.stringMap(name) ?? {}),
    keyOf(name),
    { what: 'load balancer attributes', settled: ofClass },
  );
  return { ...attributes, ...ofClass };
}

/**
 * Attributes of a listener. Those of the first member's class win.
 *
 * @remarks `buildListenerAttributes` in `pkg/ingress/model_build_listener.go`, version 3.5.
 *
 * @param members - Those that listen on the port.
 *
 * @internal
 */
export function planListenerAttributes(
  members: readonly GroupMember[],
  protocol: string,
  port: number,
): Record<string, string> {
  const name = `listener-attributes.${protocol}-${port}` as const;
  const ofClass =
    members[0]?.params?.listeners.find(
      listener => listener.protocol === protocol && listener.port === port,
    )?.attributes ?? {};
  const attributes = mergePairs(
    members.map(({ annotations }) => annotations.stringMap(name) ?? {}),
    keyOf(name),
    {
      what: 'listener attributes',
      settled: ofClass,
      ending: index => ` for ingress ${members[index].key}`,
    },
  );
  return { ...attributes, ...ofClass };
}

function parseCapacity(value: string, about: readonly string[]): number {
  const units = parseGoInteger(value, 64);
  if (units !== undefined) return units;
  const why = /^[+-]?\d+$/.test(value)
    ? 'value out of range'
    : 'invalid syntax';
  throw new ControllerRefusal(
    `invalid value to set the capacity: ${value}: strconv.ParseInt: parsing ${quoteGo(
      value,
    )}: ${why}`,
    about,
  );
}

/**
 * Capacity that is reserved; `undefined` where nothing is said of it.
 *
 * @remarks `pkg/ingress/model_build_load_balancer_capacity_reservation.go`, version 3.5.
 *
 * @internal
 */
export function planMinimumCapacity(
  members: readonly GroupMember[],
  { featureGates }: Pick<AwsLbcIngressFacts, 'featureGates'>,
): { capacityUnits: number } | undefined {
  if (!featureGates.LBCapacityReservation) return undefined;
  const ofClass = members[0]?.params?.minimumCapacity;
  if (ofClass !== undefined) return { capacityUnits: ofClass };
  const name = 'minimum-load-balancer-capacity';
  const about = keyOf(name);
  const pairs = mergePairs(
    members.map(({ annotations }) => annotations.stringMap(name) ?? {}),
    about,
    { what: 'capacity reservation' },
  );
  const unknown = Object.keys(pairs).find(key => key !== 'CapacityUnits');
  if (unknown !== undefined)
    throw new ControllerRefusal(
      `invalid key to set the capacity: ${unknown}, Expected key: CapacityUnits`,
      about,
    );
  const { CapacityUnits: units } = pairs as { CapacityUnits?: string };
  return units === undefined
    ? undefined
    : { capacityUnits: parseCapacity(units, about) };
}

/**
 * Whether an Ingress that goes is kept by the protection of its load balancer.
 *
 * @remarks `run` in `pkg/ingress/model_builder.go`, version 3.5.
 *
 * @internal
 */
export function checkDeletionProtection({
  annotations,
  name,
}: Pick<GroupMember, 'annotations' | 'name'>): void {
  const key = 'load-balancer-attributes';
  const about = [annotations.keyOf(key)];
  const value = annotations.stringMap(key)?.['deletion_protection.enabled'];
  if (value === undefined || /^(0|f|F|FALSE|false|False)$/.test(value)) return;
  throw new ControllerRefusal(
    /^(1|t|T|TRUE|true|True)$/.test(value)
      ? `deletion_protection is enabled, cannot delete the ingress: ${name}`
      : `strconv.ParseBool: parsing ${quoteGo(value)}: invalid syntax`,
    about,
  );
}
