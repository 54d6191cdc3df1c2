import { LoadBalancerScheme, SubnetMappingPlan } from '../awsLbcService';
import { checkRoutingPolicy } from '../awsLbcService/planAttributes';
import { chooseOnePerZone } from '../awsLbcService/planSubnets';
import { ControllerRefusal } from '../ControllerRefusal';
import { formatGoMap, formatGoSet } from '../../values/goText';
import { agreeOn, agreeOnList } from './agreeOn';
import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { IngressGroup } from './IngressGroup';
import { GroupMember, INGRESS_ANNOTATION_PREFIX } from './LbcIngress';
import { AlbAddressType, parseScheme } from './planAddressing';
import {
  FrontendListenerPlan,
  planFrontendListeners,
} from './planFrontendListeners';
import { planNamedGroups } from './planSecurityGroups';
import { planNamedSubnets } from './planSubnets';
import { planGroupTags, TagFacts, withDefaultTags } from './planTags';

/** A Network Load Balancer in front of an Ingress's own, which can back an endpoint service. @public */
export interface FrontendNlbPlan {
  loadBalancerName: string;
  loadBalancerType: 'network';
  scheme: LoadBalancerScheme;
  ipAddressType: AlbAddressType;
  /** Ids; names where the facts don't know them. */
  securityGroups: readonly string[];
  /** `undefined` where they are not known. */
  subnetMappings: readonly SubnetMappingPlan[] | undefined;
  attributes: Record<string, string>;
  tags: Record<string, string>;
  listeners: readonly FrontendListenerPlan[];
}

/** What the load balancer in front takes over from the one behind. @internal */
export interface BehindFrontend {
  loadBalancerName: string;
  ipAddressType: AlbAddressType;
  securityGroups: readonly string[];
  albPortsOf(member: GroupMember): readonly number[];
}

const NAME_LENGTH = 28;
const keyOf = (name: string) => [`${INGRESS_ANNOTATION_PREFIX}/${name}`];

/** Whether a Network Load Balancer stands in front. @internal */
export function planFrontendNlbEnabled(
  members: readonly GroupMember[],
): boolean {
  const name = 'enable-frontend-nlb';
  return (
    agreeOn(
      members.flatMap(({ annotations }) => annotations.boolean(name) ?? []),
      keyOf(name),
      () => 'conflicting enable frontend NLB values',
    ) ?? false
  );
}

/** The scheme that members ask for; `undefined` where none does, and the controller's default holds. @internal */
export function planFrontendScheme(
  members: readonly GroupMember[],
): LoadBalancerScheme | undefined {
  const name = 'frontend-nlb-scheme';
  const scheme = agreeOn(
    members.flatMap(({ annotations }) => annotations.string(name) ?? []),
    keyOf(name),
    different => `conflicting scheme: ${formatGoSet(different)}`,
  );
  return scheme === undefined ? undefined : parseScheme(scheme, keyOf(name));
}

function planAllocations(
  members: readonly GroupMember[],
  scheme: LoadBalancerScheme,
  subnetCount: number | undefined,
): readonly string[] | undefined {
  const name = 'frontend-nlb-eip-allocations';
  const allocations = agreeOnList(
    members.flatMap(({ annotations }) => {
      const list = annotations.stringList(name);
      return list ? [list] : [];
    }),
    keyOf(name),
    { what: 'EIP allocations', ignoresOrder: true },
  );
  if (!allocations) return undefined;
  if (scheme !== 'internet-facing')
    throw new ControllerRefusal(
      'EIP allocations can only be set for internet facing load balancers',
      keyOf(name),
    );
  if (subnetCount !== undefined && allocations.length !== subnetCount)
    throw new ControllerRefusal(
      `count of EIP allocations (${allocations.length}) and subnets (${subnetCount}) must match`,
      keyOf(name),
    );
  return allocations;
}

/**
 * What the load balancer in front has in each of its subnets: those that members name for it, else those that bear the
 * tags of its own scheme, wherever the load balancer behind stands.
 *
 * @internal
 */
export function planFrontendSubnetMappings(
  members: readonly GroupMember[],
  facts: Pick<
    AwsLbcIngressFacts,
    'subnets' | 'existingLoadBalancer' | 'featureGates'
  >,
  scheme: LoadBalancerScheme,
): SubnetMappingPlan[] | undefined {
  const subnets =
    planNamedSubnets(members, 'frontend-nlb-subnets', facts) ??
    (facts.subnets && chooseOnePerZone(facts.subnets));
  const allocations = planAllocations(members, scheme, subnets?.length);
  return subnets?.map(({ id }, index) => ({
    subnetId: id,
    ...(allocations ? { allocationId: allocations[index] } : {}),
  }));
}

/** Attributes of the load balancer in front: all members have the same, or none has any. @internal */
export function planFrontendAttributes(
  members: readonly GroupMember[],
): Record<string, string> {
  const name = 'frontend-nlb-attributes';
  const [first = {}, ...others] = members.map(
    ({ annotations }) => annotations.stringMap(name) ?? {},
  );
  const other = others.find(one => formatGoMap(one) !== formatGoMap(first));
  if (other)
    throw new ControllerRefusal(
      `conflicting frontend NLB attributes: ${formatGoMap(
        first,
      )} | ${formatGoMap(other)}`,
      keyOf(name),
    );
  checkRoutingPolicy(first, name, keyOf(name));
  return first;
}

/** Tags of the load balancer in front: its own, instead of all others, or those of the one behind. @internal */
export function planFrontendTags(
  members: readonly GroupMember[],
  facts: TagFacts,
): Record<string, string> {
  const name = 'frontend-nlb-tags';
  const own = members.flatMap(({ annotations }) => {
    const tags = annotations.stringMap(name);
    return tags ? [tags] : [];
  });
  const [first, ...others] = own;
  if (!first || Object.keys(first).length === 0)
    return withDefaultTags(planGroupTags(members, facts), facts);
  const other = others.find(one => formatGoMap(one) !== formatGoMap(first));
  if (other)
    throw new ControllerRefusal(
      `conflicting frontend NLB tags: ${formatGoMap(first)} | ${formatGoMap(
        other,
      )}`,
      keyOf(name),
    );
  return first;
}

/**
 * The Network Load Balancer in front of a group; `undefined` for none.
 *
 * @remarks `pkg/ingress/model_build_frontend_nlb.go`, version 3.5.
 *
 * @internal
 */
export function planFrontendNlb(
  group: Pick<IngressGroup, 'id' | 'members'>,
  facts: AwsLbcIngressFacts,
  behind: BehindFrontend,
): FrontendNlbPlan | undefined {
  const { members } = group;
  if (!planFrontendNlbEnabled(members)) return undefined;
  const scheme = planFrontendScheme(members) ?? facts.defaultScheme;
  const named = planNamedGroups(members, 'frontend-nlb-security-groups', facts);
  const subnetMappings = planFrontendSubnetMappings(members, facts, scheme);
  return {
    loadBalancerName: `${behind.loadBalancerName.slice(0, NAME_LENGTH)}-nlb`,
    loadBalancerType: 'network',
    scheme,
    ipAddressType: behind.ipAddressType,
    securityGroups: named?.length ? named : behind.securityGroups,
    subnetMappings,
    attributes: planFrontendAttributes(members),
    tags: planFrontendTags(members, facts),
    listeners: planFrontendListeners(group, behind.albPortsOf, facts),
  };
}
