import {
  HealthCheckPlan,
  ListenerPlan,
  MANAGED_SECURITY_GROUP,
  NetworkLoadBalancerPlan,
  TargetGroupBindingPlan,
  TargetGroupPlan,
} from '../plan/awsLbcService';
import { ALLOCATED } from '../plan/nameLbcResource';
import { managedGroupRow } from './managedGroupRow';
import { listPairs, listWords, PlanRow, rowOf } from './planRows';

function describeSubnets({
  subnets,
  subnetResolution,
}: NetworkLoadBalancerPlan): string {
  if (subnetResolution === 'by-name-or-id') return listWords(subnets ?? []);
  return subnets
    ? `${listWords(subnets)} (by their tags)`
    : 'those with the tag for load balancers, one in each zone';
}

function describeGroups(plan: NetworkLoadBalancerPlan): PlanRow {
  const setting = 'security groups';
  if (plan.securityGroupMode === 'none')
    return { setting, value: 'none, and none can be added later' };
  const others = plan.securityGroups.filter(
    group => group !== MANAGED_SECURITY_GROUP && group !== ALLOCATED,
  );
  if (plan.securityGroupMode === 'custom')
    return { setting, value: listWords(others) };
  return managedGroupRow(plan);
}

function describePrivateLink(
  plan: NetworkLoadBalancerPlan,
): string | undefined {
  if (plan.securityGroupMode === 'none') return undefined;
  return plan.inboundSgRulesOnPrivateLink ?? 'on (what AWS does by itself)';
}

const showPort = (port: number | string) =>
  port === ALLOCATED ? 'a port that is given later' : String(port);

function describeHealthCheck(check: HealthCheckPlan): string {
  const where =
    check.port === 'traffic-port'
      ? 'the port of the traffic'
      : `port ${showPort(check.port)}`;
  const asks = check.path === undefined ? '' : ` ${check.path}`;
  const wants = check.matcher ? ` for ${check.matcher.httpCode}` : '';
  return `${check.protocol}${asks} at ${where}${wants}, every ${check.intervalSeconds} s, timeout ${check.timeoutSeconds} s, healthy after ${check.healthyThresholdCount}, unhealthy after ${check.unhealthyThresholdCount}`;
}

function describeListener(
  { port, protocol, certificates, sslPolicy }: ListenerPlan,
  group: TargetGroupPlan | undefined,
  binding: TargetGroupBindingPlan | undefined,
): PlanRow {
  const tls = certificates.length
    ? ` (${sslPolicy}, ${listWords(certificates)})`
    : '';
  const where = group?.targetType === 'ip' ? 'pods' : 'nodes';
  const over =
    group && group.protocol !== protocol ? ` over ${group.protocol}` : '';
  const targets = binding
    ? ` to ${where} at ${showPort(binding.targetPort)}${over}`
    : '';
  return { setting: `listener ${port}`, value: `${protocol}${tls}${targets}` };
}

function groupRows(group: TargetGroupPlan): PlanRow[] {
  const port = group.key.slice(group.key.lastIndexOf(':') + 1);
  return [
    ...rowOf(`health check ${port}`, describeHealthCheck(group.healthCheck)),
    ...rowOf(`target group attributes ${port}`, listPairs(group.attributes)),
    ...rowOf(
      `targets of ${port} see`,
      group.preservesClientIp
        ? "the client's address"
        : "the load balancer's address",
    ),
  ];
}

/** What a Network Load Balancer will be, row by row. @internal */
export function networkPlanRows(plan: NetworkLoadBalancerPlan): PlanRow[] {
  const isPublic = plan.scheme === 'internet-facing';
  const fixed = (plan.subnetMappings ?? []).flatMap(mapping => [
    ...(mapping.allocationId ? [mapping.allocationId] : []),
    ...(mapping.privateIPv4Address ? [mapping.privateIPv4Address] : []),
    ...(mapping.ipv6Address ? [mapping.ipv6Address] : []),
  ]);
  const capacity = plan.minimumLoadBalancerCapacity;
  return [
    ...rowOf(
      'load balancer',
      `Network Load Balancer ${plan.loadBalancerName.replace(ALLOCATED, '…')}`,
    ),
    ...rowOf('scheme', plan.scheme, isPublic),
    ...rowOf('addresses', plan.ipAddressType),
    ...rowOf('subnets', describeSubnets(plan)),
    ...rowOf('fixed addresses', fixed.join(', ')),
    describeGroups(plan),
    ...rowOf('their rules on PrivateLink traffic', describePrivateLink(plan)),
    ...plan.listeners.map(listener =>
      describeListener(
        listener,
        plan.targetGroups.find(({ key }) => key.endsWith(`:${listener.port}`)),
        plan.targetGroupBindings.find(
          ({ serviceRef }) => serviceRef.port === listener.port,
        ),
      ),
    ),
    ...plan.targetGroups.flatMap(groupRows),
    ...rowOf('attributes', listPairs(plan.loadBalancerAttributes)),
    ...rowOf(
      'reserved capacity',
      capacity && `${capacity.capacityUnits} units`,
    ),
    ...rowOf('tags', listPairs(plan.tags)),
  ];
}
