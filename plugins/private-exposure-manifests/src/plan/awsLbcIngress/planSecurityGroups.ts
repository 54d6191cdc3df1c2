import { MANAGED_SECURITY_GROUP, ManagedIngressRule } from '../awsLbcService';
import { ControllerRefusal } from '../ControllerRefusal';
import { ALLOCATED } from '../nameLbcResource';
import { resolveSecurityGroups } from '../resolveSecurityGroups';
import { agreeOn, agreeOnList } from './agreeOn';
import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { GroupMember, INGRESS_ANNOTATION_PREFIX } from './LbcIngress';
import { AlbAddressType, hasIpv6 } from './planAddressing';
import { ListenedPort } from './planListeners';

/** The security groups of a load balancer. @public */
export interface AlbSecurityGroupPlan {
  /** Whether the controller makes one, or the Ingresses name their own. */
  mode: 'managed' | 'custom';
  /** Ids; names where the facts don't know them. */
  groups: readonly string[];
  /** The group from which targets are reached; `undefined` where the controller opens nothing to the load balancer. */
  backend: string | undefined;
}

type Facts = Pick<
  AwsLbcIngressFacts,
  | 'securityGroups'
  | 'hasBackendSecurityGroup'
  | 'backendSecurityGroup'
  | 'managesBackendSecurityGroupRules'
>;

const keyOf = (name: string) => [`${INGRESS_ANNOTATION_PREFIX}/${name}`];

/** The groups that members name with an annotation, as ids where they are known; `undefined` where none does. @internal */
export function planNamedGroups(
  members: readonly GroupMember[],
  name: 'security-groups' | 'frontend-nlb-security-groups',
  { securityGroups }: Pick<Facts, 'securityGroups'>,
): readonly string[] | undefined {
  const named = agreeOnList(
    members.flatMap(({ annotations, key }) => {
      const groups = annotations.stringList(name);
      if (groups?.length === 0 && name === 'security-groups')
        throw new ControllerRefusal(
          `cannot use empty value for ${name} annotation, ingress: ${key}`,
          keyOf(name),
        );
      return groups ? [groups] : [];
    }),
    keyOf(name),
    { what: 'securityGroups', ignoresOrder: false },
  );
  return named && resolveSecurityGroups(named, securityGroups, keyOf(name));
}

/** Whether the controller lets the load balancer into the targets, where the Ingresses name groups. @internal */
export function planManagesBackendRules(
  members: readonly GroupMember[],
  facts: Pick<Facts, 'managesBackendSecurityGroupRules'>,
): boolean {
  const name = 'manage-backend-security-group-rules';
  return (
    agreeOn(
      members.flatMap(({ annotations }) => annotations.boolean(name) ?? []),
      keyOf(name),
      () => 'conflicting manage backend security group rules settings',
    ) ?? facts.managesBackendSecurityGroupRules
  );
}

/**
 * The load balancer's security groups.
 *
 * @remarks `buildLoadBalancerSecurityGroups` in `pkg/ingress/model_build_load_balancer.go`, version 3.5.
 *
 * @internal
 */
export function planSecurityGroups(
  members: readonly GroupMember[],
  facts: Facts,
): AlbSecurityGroupPlan {
  const named = planNamedGroups(members, 'security-groups', facts) ?? [];
  const backend = facts.backendSecurityGroup ?? ALLOCATED;
  if (named.length === 0)
    return facts.hasBackendSecurityGroup
      ? {
          mode: 'managed',
          groups: [MANAGED_SECURITY_GROUP, backend],
          backend,
        }
      : {
          mode: 'managed',
          groups: [MANAGED_SECURITY_GROUP],
          backend: MANAGED_SECURITY_GROUP,
        };
  if (!planManagesBackendRules(members, facts))
    return { mode: 'custom', groups: named, backend: undefined };
  if (!facts.hasBackendSecurityGroup)
    throw new ControllerRefusal(
      'backendSG feature is required to manage worker node SG rules when frontendSG manually specified',
      [
        ...keyOf('security-groups'),
        ...keyOf('manage-backend-security-group-rules'),
      ],
    );
  return { mode: 'custom', groups: [...named, backend], backend };
}

/**
 * What the controller's own security group lets in.
 *
 * @remarks `pkg/ingress/model_build_managed_sg.go`, version 3.5.
 *
 * @internal
 */
export function planManagedIngress(
  listened: readonly Pick<ListenedPort, 'port' | 'config'>[],
  addressType: AlbAddressType,
): ManagedIngressRule[] {
  return listened.flatMap(({ port, config: { inbound, prefixLists } }) =>
    [
      ...inbound.ipv4,
      ...(hasIpv6(addressType) ? inbound.ipv6 : []),
      ...prefixLists,
    ].map(source => ({
      protocol: 'tcp',
      fromPort: port,
      toPort: port,
      sources: [source],
    })),
  );
}
