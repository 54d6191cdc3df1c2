import { LoadBalancerScheme } from '../awsLbcService';
import { ControllerRefusal } from '../ControllerRefusal';
import { formatGoList, formatGoSet } from '../../values/goText';
import { agreeOn } from './agreeOn';
import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { GroupMember, INGRESS_ANNOTATION_PREFIX } from './LbcIngress';

/** The addresses that an Application Load Balancer has. @public */
export type AlbAddressType =
  | 'ipv4'
  | 'dualstack'
  | 'dualstack-without-public-ipv4';

const keyOf = (name: string) => [`${INGRESS_ANNOTATION_PREFIX}/${name}`];

/** Whether a load balancer has IPv6 addresses. @internal */
export const hasIpv6 = (type: AlbAddressType) => type !== 'ipv4';

/** Reads a scheme, or refuses what is none. @internal */
export function parseScheme(
  text: string,
  about: readonly string[],
): LoadBalancerScheme {
  if (text === 'internal' || text === 'internet-facing') return text;
  throw new ControllerRefusal(`unknown scheme: ${text}`, about);
}

/** What a setting of the class or an annotation is for each member that has one. */
function valuesOf(
  members: readonly GroupMember[],
  read: (member: GroupMember) => string | undefined,
): string[] {
  return members.flatMap(member => read(member) ?? []);
}

/** Whether the load balancer can be reached from the internet. @internal */
export function planScheme(
  members: readonly GroupMember[],
  { defaultScheme }: Pick<AwsLbcIngressFacts, 'defaultScheme'>,
): LoadBalancerScheme {
  const about = keyOf('scheme');
  const scheme = agreeOn(
    valuesOf(
      members,
      ({ params, annotations }) =>
        params?.scheme ?? annotations.string('scheme'),
    ),
    about,
    different => `conflicting scheme: ${formatGoSet(different)}`,
  );
  return scheme === undefined ? defaultScheme : parseScheme(scheme, about);
}

/** The addresses that the load balancer has. @internal */
export function planAddressType(
  members: readonly GroupMember[],
  { defaultAddressType }: Pick<AwsLbcIngressFacts, 'defaultAddressType'>,
): AlbAddressType {
  const about = keyOf('ip-address-type');
  const type = agreeOn(
    valuesOf(
      members,
      ({ params, annotations }) =>
        params?.ipAddressType ?? annotations.string('ip-address-type'),
    ),
    about,
    different => `conflicting IPAddressType: ${formatGoList(different)}`,
  );
  switch (type) {
    case undefined:
      return defaultAddressType;
    case 'ipv4':
    case 'dualstack':
    case 'dualstack-without-public-ipv4':
      return type;
    default:
      throw new ControllerRefusal(`unknown IPAddressType: ${type}`, about);
  }
}

/** The pool of an Outpost that addresses are taken from; `undefined` for none. @internal */
export function planCustomerOwnedPool(
  members: readonly GroupMember[],
): string | undefined {
  const name = 'customer-owned-ipv4-pool';
  const about = keyOf(name);
  const pools = members.flatMap(({ annotations, key }) => {
    const pool = annotations.string(name);
    if (pool === '')
      throw new ControllerRefusal(
        `cannot use empty value for ${name} annotation, ingress: ${key}`,
        about,
      );
    return pool ?? [];
  });
  return agreeOn(
    pools,
    about,
    different =>
      `conflicting CustomerOwnedIPv4Pool: ${formatGoList(different)}`,
  );
}

/**
 * The pool of IPAM that addresses are taken from; `undefined` for none.
 *
 * @remarks `pkg/ingress/model_build_ipam.go`, version 3.5.
 *
 * @internal
 */
export function planIpamPool(
  members: readonly GroupMember[],
): string | undefined {
  const name = 'ipam-ipv4-pool-id';
  const ofClass = members[0]?.params?.ipv4IpamPoolId;
  if (ofClass !== undefined) return ofClass;
  const pools = members.flatMap(
    ({ annotations }) => annotations.string(name) || [],
  );
  const other = pools.find(pool => pool !== pools[0]);
  if (other !== undefined)
    throw new ControllerRefusal(
      `conflicting ipv4 ipam pools ${pools[0]}: ${other}`,
      keyOf(name),
    );
  return pools[0];
}
