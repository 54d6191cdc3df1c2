import {
  DescribeInstanceHealthCommand,
  DescribeLoadBalancersCommand,
  type InstanceState,
  type ListenerDescription,
  type LoadBalancerDescription as ClassicDescription,
} from '@aws-sdk/client-elastic-load-balancing';
import { isNotFound } from '../../clients/errors';
import type {
  InspectedLoadBalancer,
  Listener,
  LoadBalancerDescription,
  Target,
} from '../../inspection/InspectedLoadBalancer';
import type { InspectionContext } from '../../inspection/InspectionContext';
import { look, mapSeen, seenOr } from '../../inspection/look';
import { emptyLoadBalancer } from '../../inspection/readLoadBalancers';
import { readSecurityGroups } from '../../inspection/readSecurityGroups';
import { readSubnets } from '../../inspection/readSubnets';
import { classicTargetConditions } from '../../mapping/states';

/**
 * Looks at a Classic load balancer with everything behind it. What it registers are instances; they are looked at as one
 * target group.
 *
 * @param name - Its name, which is its id.
 * @internal
 */
export async function readClassicLoadBalancer(
  arn: string,
  name: string,
  context: InspectionContext,
): Promise<InspectedLoadBalancer> {
  const { callers, signal } = context;
  const found = await look(() => describe(name, context));
  const loadBalancer = seenOr(found);
  if (!loadBalancer) return emptyLoadBalancer(arn, found);
  const description = toClassicDescription(loadBalancer);
  const { subnetIds, securityGroupIds } = description;
  const [subnets, securityGroups, targets] = await Promise.all([
    look(() =>
      readSubnets(
        callers.ec2,
        { name: 'subnet-id', values: subnetIds },
        signal,
      ),
    ),
    look(() => readSecurityGroups(callers.ec2, securityGroupIds, signal)),
    look(() => readTargets(name, context)),
  ]);
  return {
    arn,
    name,
    description: mapSeen(found, () => description),
    // Only its attributes tell, and no rule about a Classic load balancer asks.
    crossZone: { type: 'seen', value: false },
    subnets,
    securityGroups,
    listeners: mapSeen(found, () =>
      (loadBalancer.ListenerDescriptions ?? []).map((one, index) =>
        toClassicListener(one, `${arn}/${index}`),
      ),
    ),
    targetGroups: mapSeen(found, () => [
      {
        arn: `${arn}/instances`,
        name: 'Registered instances',
        targetType: 'instance',
        healthCheck: loadBalancer.HealthCheck?.Target,
        targets,
      },
    ]),
  };
}

async function describe(
  name: string,
  { callers, signal }: InspectionContext,
): Promise<ClassicDescription | undefined> {
  try {
    const answer = await callers.classicElb.send(
      new DescribeLoadBalancersCommand({ LoadBalancerNames: [name] }),
      { signal },
    );
    return answer.LoadBalancerDescriptions?.[0];
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/**
 * A Classic load balancer as the rules read it. It has no state.
 *
 * @internal
 */
export function toClassicDescription(
  loadBalancer: ClassicDescription,
): LoadBalancerDescription {
  return {
    state: 'active',
    type: 'classic',
    scheme: loadBalancer.Scheme,
    dnsName: loadBalancer.DNSName,
    vpcId: loadBalancer.VPCId,
    subnetIds: loadBalancer.Subnets ?? [],
    securityGroupIds: loadBalancer.SecurityGroups ?? [],
    filtersPrivateLink: false,
  };
}

/**
 * A listener of a Classic load balancer as the rules read it.
 *
 * @param id - In place of the ARN that it does not have.
 * @internal
 */
export function toClassicListener(
  { Listener: listener }: ListenerDescription,
  id: string,
): Listener {
  const certificate = listener?.SSLCertificateId;
  return {
    arn: id,
    port: listener?.LoadBalancerPort,
    protocol: listener?.Protocol ?? '',
    targetGroupArns: [],
    certificateArns: certificate ? [certificate] : [],
  };
}

async function readTargets(
  name: string,
  context: InspectionContext,
): Promise<Target[]> {
  const { callers, signal } = context;
  const { InstanceStates } = await callers.classicElb.send(
    new DescribeInstanceHealthCommand({ LoadBalancerName: name }),
    { signal },
  );
  return (InstanceStates ?? []).map(state => toClassicTarget(state, context));
}

/**
 * An instance behind a Classic load balancer as the rules read it.
 *
 * @internal
 */
export function toClassicTarget(
  { InstanceId, State, ReasonCode, Description }: InstanceState,
  { states }: Pick<InspectionContext, 'states'>,
): Target {
  const told = [ReasonCode, Description].filter(
    text => text !== undefined && text !== 'N/A',
  );
  return {
    id: InstanceId ?? '',
    condition: states.read('instance', State, classicTargetConditions),
    state: State ?? '',
    reason: told.join(': ') || undefined,
  };
}
