import { MANAGED_SECURITY_GROUP } from '../plan/awsLbcService';
import {
  AlbHealthCheckPlan,
  AlbListenerPlan,
  AlbTargetGroupPlan,
  ApplicationLoadBalancerPlan,
} from '../plan/awsLbcIngress';
import { ALLOCATED } from '../plan/nameLbcResource';
import { managedGroupRow } from './managedGroupRow';
import { listPairs, listWords, PlanRow, rowOf } from './planRows';
import { describeActions, nameTarget, requestRows } from './requestRows';

function describeSubnets({
  subnets,
  subnetResolution,
}: ApplicationLoadBalancerPlan): string {
  if (!subnets)
    return 'those with the tag for load balancers, one in each zone';
  return subnetResolution === 'by-name-or-id'
    ? listWords(subnets)
    : `${listWords(subnets)} (by their tags)`;
}

function describeGroups(plan: ApplicationLoadBalancerPlan): PlanRow {
  const setting = 'security groups';
  if (plan.securityGroupMode === 'custom') {
    const named = plan.securityGroups.filter(
      group => group !== MANAGED_SECURITY_GROUP && group !== ALLOCATED,
    );
    return { setting, value: listWords(named) };
  }
  return managedGroupRow(plan);
}

/** Others may be in files that nobody looked at. */
function describeMembers({
  ingressGroup,
  members,
}: ApplicationLoadBalancerPlan): string | undefined {
  return ingressGroup.namespace === ''
    ? `all Ingresses of group ${ingressGroup.name}, here ${listWords(members)}`
    : undefined;
}

function describeListener(
  listener: AlbListenerPlan,
  plan: ApplicationLoadBalancerPlan,
): PlanRow {
  const { port, protocol, certificates, sslPolicy } = listener;
  const { mode = 'off' } = listener.mutualAuthentication ?? {};
  const found = certificates
    ? listWords(certificates)
    : 'certificates found by host name';
  const tls = protocol === 'HTTPS' ? ` (${sslPolicy}, ${found})` : '';
  const clients = mode === 'off' ? '' : `, client certificates: ${mode}`;
  const otherwise = describeActions(
    listener.defaultActions,
    plan.targetGroupBindings,
  );
  return {
    setting: `listener ${port}`,
    value: `${protocol}${tls}${clients}; what no rule fits is ${otherwise}`,
  };
}

const showPort = (port: AlbHealthCheckPlan['port']) =>
  port === ALLOCATED ? 'a port that is given later' : `port ${port}`;

function describeHealthCheck(check: AlbHealthCheckPlan): string {
  const where =
    check.port === 'traffic-port'
      ? 'the port of the traffic'
      : showPort(check.port);
  const wanted =
    'httpCode' in check.matcher
      ? check.matcher.httpCode
      : `gRPC ${check.matcher.grpcCode}`;
  return `${check.protocol} ${check.path} at ${where} for ${wanted}, every ${check.intervalSeconds} s, timeout ${check.timeoutSeconds} s, healthy after ${check.healthyThresholdCount}, unhealthy after ${check.unhealthyThresholdCount}`;
}

function targetRows(
  group: AlbTargetGroupPlan,
  { targetGroupBindings }: ApplicationLoadBalancerPlan,
): PlanRow[] {
  const name = nameTarget(`<tg:${group.key}>`, targetGroupBindings);
  const where = group.targetType === 'ip' ? 'pods' : 'nodes';
  const version =
    group.protocolVersion === 'HTTP1' ? '' : ` (${group.protocolVersion})`;
  // Where a port has a name, it differs from pod to pod.
  const port =
    group.port === 1 ? 'the port of that name' : showPort(group.port);
  return [
    ...rowOf(
      `targets of ${name}`,
      `${where} at ${port} over ${group.protocol}${version}`,
    ),
    ...rowOf(`health check of ${name}`, describeHealthCheck(group.healthCheck)),
    ...rowOf(`target group attributes of ${name}`, listPairs(group.attributes)),
  ];
}

function describeWebAcl(arn: string | undefined): string | undefined {
  return arn === '' ? 'none; one that is there is detached' : arn;
}

function describeSwitch(isOn: boolean | undefined): string | undefined {
  if (isOn === undefined) return undefined;
  return isOn ? 'on' : 'off';
}

function protectionRows(plan: ApplicationLoadBalancerPlan): PlanRow[] {
  const { frontendNlb } = plan;
  return [
    ...rowOf('web ACL', describeWebAcl(plan.wafv2WebACLARN)),
    ...rowOf(
      'web ACL of WAF Classic',
      describeWebAcl(plan.wafRegionalWebACLID),
    ),
    ...rowOf('Shield Advanced', describeSwitch(plan.shieldAdvancedProtection)),
    ...rowOf(
      'in front of it',
      frontendNlb && `Network Load Balancer, ${frontendNlb.scheme}`,
      frontendNlb?.scheme === 'internet-facing',
    ),
  ];
}

/** What an Application Load Balancer will be, row by row. @internal */
export function applicationPlanRows(
  plan: ApplicationLoadBalancerPlan,
): PlanRow[] {
  const capacity = plan.minimumLoadBalancerCapacity;
  return [
    ...rowOf(
      'load balancer',
      `Application Load Balancer ${plan.loadBalancerName.replace(
        ALLOCATED,
        '…',
      )}`,
    ),
    ...rowOf('shared by', describeMembers(plan)),
    ...rowOf('scheme', plan.scheme, plan.scheme === 'internet-facing'),
    ...rowOf('addresses', plan.ipAddressType),
    ...rowOf('subnets', describeSubnets(plan)),
    describeGroups(plan),
    ...plan.listeners.map(listener => describeListener(listener, plan)),
    ...requestRows(plan),
    ...plan.targetGroups.flatMap(group => targetRows(group, plan)),
    ...protectionRows(plan),
    ...rowOf('attributes', listPairs(plan.loadBalancerAttributes)),
    ...rowOf(
      'reserved capacity',
      capacity && `${capacity.capacityUnits} units`,
    ),
    ...rowOf('tags', listPairs(plan.tags)),
  ];
}
