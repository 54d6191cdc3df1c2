import { ControllerRefusal } from '../ControllerRefusal';
import { ALLOCATED } from '../nameLbcResource';
import { resolveSecurityGroups } from '../resolveSecurityGroups';
import { AwsLbcServiceFacts } from './AwsLbcServiceFacts';
import { LbcService } from './LbcService';

/** What stands for the id of the security group that the controller makes. @public */
export const MANAGED_SECURITY_GROUP = '<managed:ManagedLBSecurityGroup>';

/** The security groups of a load balancer. @public */
export interface SecurityGroupPlan {
  /** Whether it has none, one that the controller makes, or those that the Service names. */
  mode: 'none' | 'managed' | 'custom';
  /** Ids; names where the facts don't know them. */
  groups: readonly string[];
  /** The group from which targets are reached; `undefined` where the controller opens nothing to the load balancer. */
  backend: string | undefined;
}

const NONE: SecurityGroupPlan = {
  mode: 'none',
  groups: [],
  backend: undefined,
};

type Facts = Pick<
  AwsLbcServiceFacts,
  | 'existingLoadBalancer'
  | 'featureGates'
  | 'hasBackendSecurityGroup'
  | 'backendSecurityGroup'
  | 'managesBackendSecurityGroupRules'
  | 'securityGroups'
>;

/** Whether the controller lets the load balancer's group into the targets, where the Service names groups. @internal */
export function planManagesBackendRules(
  { annotations }: LbcService,
  facts: Pick<AwsLbcServiceFacts, 'managesBackendSecurityGroupRules'>,
): boolean {
  return (
    annotations.boolean(
      'aws-load-balancer-manage-backend-security-group-rules',
    ) ?? facts.managesBackendSecurityGroupRules
  );
}

function planCustomGroups(
  service: LbcService,
  named: readonly string[],
  facts: Facts,
): SecurityGroupPlan {
  const groups = resolveSecurityGroups(named, facts.securityGroups, [
    service.annotations.keyOf('aws-load-balancer-security-groups'),
  ]);
  if (!planManagesBackendRules(service, facts))
    return { mode: 'custom', groups, backend: undefined };
  if (!facts.hasBackendSecurityGroup) {
    throw new ControllerRefusal(
      'backendSG feature is required to manage worker node SG rules when frontendSG is manually specified',
      [
        service.annotations.keyOf('aws-load-balancer-security-groups'),
        service.annotations.keyOf(
          'aws-load-balancer-manage-backend-security-group-rules',
        ),
      ],
    );
  }
  const backend = facts.backendSecurityGroup ?? ALLOCATED;
  return { mode: 'custom', groups: [...groups, backend], backend };
}

/**
 * The load balancer's security groups. One that stands without keeps standing without: AWS lets none be added.
 *
 * @remarks `buildLoadBalancerSecurityGroups` in `pkg/service/model_build_load_balancer.go`, version 3.5.
 *
 * @internal
 */
export function planSecurityGroups(
  service: LbcService,
  facts: Facts,
): SecurityGroupPlan {
  const { annotations } = service;
  const disable = 'aws-load-balancer-disable-nlb-sg';
  const key = 'aws-load-balancer-security-groups';
  const { existingLoadBalancer: existing } = facts;
  if (existing?.securityGroups.length === 0) return NONE;
  const isDisabled = annotations.boolean(disable) ?? false;
  const named = annotations.stringList(key) ?? [];
  if (isDisabled || !facts.featureGates.NLBSecurityGroup) {
    if (existing || (isDisabled && named.length)) {
      throw new ControllerRefusal('conflicting security groups configuration', [
        annotations.keyOf(disable),
        annotations.keyOf(key),
      ]);
    }
    return NONE;
  }
  if (named.length) return planCustomGroups(service, named, facts);
  if (!facts.hasBackendSecurityGroup) {
    return {
      mode: 'managed',
      groups: [MANAGED_SECURITY_GROUP],
      backend: MANAGED_SECURITY_GROUP,
    };
  }
  const backend = facts.backendSecurityGroup ?? ALLOCATED;
  return {
    mode: 'managed',
    groups: [MANAGED_SECURITY_GROUP, backend],
    backend,
  };
}

/** Whether security groups judge PrivateLink traffic; `undefined` leaves it as AWS has it, which is on. @internal */
export function planInboundRulesOnPrivateLink({
  annotations,
}: LbcService): 'on' | 'off' | undefined {
  const key = 'aws-load-balancer-inbound-sg-rules-on-private-link-traffic';
  const asked = annotations.string(key);
  if (asked === undefined || asked === 'on' || asked === 'off') return asked;
  throw new ControllerRefusal(
    `Invalid value for securityGroupsInboundRulesOnPrivateLink status: ${asked}, value must be one of [on, off]`,
    [annotations.keyOf(key)],
  );
}
