import {
  DescribeInstanceHealthCommand,
  DescribeLoadBalancersCommand,
  type InstanceState,
  type ListenerDescription,
  type LoadBalancerDescription as ClassicDescription,
} from '@aws-sdk/client-elastic-load-balancing';
import { isNotFound } from '../../clients/errors';
import { readListed } from '../../clients/readListed';
import type {
  InspectedLoadBalancer,
  Listener,
  LoadBalancerDescription,
  Target,
} from '../../inspection/InspectedLoadBalancer';
import type {
  CallableScope,
  InspectionContext,
} from '../../inspection/InspectionContext';
import { look, mapSeen, seenOr } from '../../inspection/look';
import { lookAgainIfGone } from '../../inspection/lookAgainIfGone';
import { emptyLoadBalancer } from '../../inspection/readLoadBalancers';
import { readSecurityGroups } from '../../inspection/readSecurityGroups';
import { readNetwork } from '../../inspection/readSubnets';
import { classicTargetConditions } from '../../mapping/states';
import { classicLoadBalancerPages } from '../../survey/classicLoadBalancerPages';

const KEY = 'Classic load balancers';

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
  return lookAgainIfGone(context, now => lookAt(arn, name, now));
}

/**
 * Forgets what was listed for inspections, for a survey is about to see more.
 *
 * @internal
 */
export function forgetClassicLoadBalancers({ callers }: CallableScope): void {
  callers.memory.forget(KEY);
}

async function lookAt(
  arn: string,
  name: string,
  context: InspectionContext,
): Promise<InspectedLoadBalancer> {
  const found = await look(() => describe(name, context));
  const loadBalancer = seenOr(found);
  if (!loadBalancer) return emptyLoadBalancer(arn, found);
  const description = toClassicDescription(loadBalancer);
  const { vpcId, subnetIds, securityGroupIds } = description;
  const [network, securityGroups, targets] = await Promise.all([
    look(() => readNetwork(vpcId, context)),
    look(() => readSecurityGroups(context, securityGroupIds, context)),
    look(() => readTargets(name, context)),
  ]);
  return {
    arn,
    name,
    description: mapSeen(found, () => description),
    // Only its attributes tell, and no rule about a Classic load balancer asks.
    crossZone: { type: 'seen', value: false },
    subnets: mapSeen(network, all =>
      all.filter(({ id }) => subnetIds.includes(id)),
    ),
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

/** Where many are asked for, all of the scope are listed. */
function describe(
  name: string,
  context: InspectionContext,
): Promise<ClassicDescription | undefined> {
  const { callers, signal } = context;
  return readListed(callers.memory, {
    key: KEY,
    one: () => askFor(name, context),
    pages: () => classicLoadBalancerPages(callers.classicElb, signal),
    index: all => new Map(all.map(one => [one.LoadBalancerName, one])),
    pick: all => all.get(name),
    looker: context,
  });
}

async function askFor(
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
