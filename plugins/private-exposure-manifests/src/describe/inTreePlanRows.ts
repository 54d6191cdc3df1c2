import { InTreeLoadBalancerPlan } from '../plan/awsInTree';
import { listPairs, listWords, PlanRow, rowOf } from './planRows';

const LATER = 'a port that is given later';

/** The in-tree provider's planner has 0 for a node port that the API server is still to give. */
const showPort = (port: number) => (port === 0 ? LATER : String(port));

function describeHealthCheck(
  check: InTreeLoadBalancerPlan['healthCheck'],
): string {
  const asks =
    'target' in check
      ? check.target.replace(/:0(?=\/|$)/, ` at ${LATER}`)
      : `${check.protocol}${check.path ?? ''} at ${check.port}`;
  return `${asks}, every ${check.intervalSeconds} s, timeout ${check.timeoutSeconds} s, healthy after ${check.healthyThresholdCount}, unhealthy after ${check.unhealthyThresholdCount}`;
}

function describeGroups(plan: InTreeLoadBalancerPlan): string {
  switch (plan.securityGroupMode) {
    case 'managed':
      return `made by the controller, open to ${listWords(
        plan.sourceRanges,
        'everybody',
      )}`;
    case 'none':
      return 'none';
    default:
      return listWords(plan.securityGroups);
  }
}

/** What a load balancer of the in-tree AWS provider's will be, row by row. @internal */
export function inTreePlanRows(plan: InTreeLoadBalancerPlan): PlanRow[] {
  const isClassic = plan.loadBalancerType === 'classic';
  return [
    ...rowOf(
      'load balancer',
      isClassic
        ? 'Classic Load Balancer, which no endpoint service can stand at'
        : 'Network Load Balancer',
      isClassic,
    ),
    ...rowOf('scheme', plan.scheme, plan.scheme === 'internet-facing'),
    ...rowOf(
      'subnets',
      plan.subnets
        ? listWords(plan.subnets)
        : 'those with the tag for load balancers, one in each zone',
    ),
    ...rowOf('security groups', describeGroups(plan)),
    ...plan.listeners.map(({ port, protocol, certificate, instancePort }) => ({
      setting: `listener ${port}`,
      value: `${protocol}${
        certificate === undefined ? '' : ` (${certificate})`
      } to nodes at ${showPort(instancePort)}`,
    })),
    ...rowOf('health check', describeHealthCheck(plan.healthCheck)),
    ...rowOf('attributes', listPairs(plan.attributes)),
    ...rowOf('target group attributes', listPairs(plan.targetGroupAttributes)),
    ...rowOf('PROXY protocol', plan.proxyProtocol ? 'on' : undefined),
    ...rowOf('tags', listPairs(plan.tags)),
  ];
}
