import { ControllerRefusal } from '../ControllerRefusal';
import {
  AwsLbcServiceFacts,
  LoadBalancerAddressType,
} from './AwsLbcServiceFacts';
import { AllocatedPort, LbcService, LbcServicePort } from './LbcService';

/** What a target group's targets are. @public */
export type TargetType = 'instance' | 'ip';

/**
 * Whether targets are nodes or pods.
 *
 * @remarks `buildTargetType` in `pkg/service/model_build_target_group.go`, version 3.5.
 *
 * @internal
 */
export function planTargetType(
  { annotations, type, allocatesNodePorts }: LbcService,
  facts: Pick<AwsLbcServiceFacts, 'defaultTargetType' | 'featureGates'>,
  port: Pick<LbcServicePort, 'nodePort'>,
): TargetType {
  const key = 'aws-load-balancer-nlb-target-type';
  const about = [annotations.keyOf(key)];
  const asked = annotations.string(key) ?? facts.defaultTargetType;
  if (asked === 'ip' && !facts.featureGates.EnableIPTargetType)
    throw new ControllerRefusal(
      `unsupported targetType: ${asked} when EnableIPTargetType is false`,
      about,
    );
  if (annotations.string('aws-load-balancer-type') === 'nlb-ip') return 'ip';
  if (asked === 'ip') return 'ip';
  if (type === 'ClusterIP')
    throw new ControllerRefusal(
      `unsupported service type "${type}" for load balancer target type "${asked}"`,
      [...about, 'spec.type'],
    );
  if (port.nodePort === 0 && !allocatesNodePorts)
    throw new ControllerRefusal(
      'unable to support instance target type with an unallocated NodePort',
      [...about, 'spec.allocateLoadBalancerNodePorts'],
    );
  return 'instance';
}

/**
 * The port that a target group is made with. No traffic goes by it: targets are registered with ports of their own, and a
 * named target port becomes 1.
 *
 * @internal
 */
export function planTargetGroupPort(
  targetType: TargetType,
  { nodePort, targetPort }: LbcServicePort,
): AllocatedPort {
  if (targetType === 'instance') return nodePort;
  return typeof targetPort === 'number' ? targetPort : 1;
}

/** Which addresses targets have. @internal */
export function planTargetAddressType(
  { ipFamilies }: LbcService,
  addressType: LoadBalancerAddressType,
): 'ipv4' | 'ipv6' {
  if (!ipFamilies.includes('IPv6')) return 'ipv4';
  if (addressType === 'dualstack') return 'ipv6';
  throw new ControllerRefusal(
    'unsupported IPv6 configuration, lb not dual-stack',
    ['spec.ipFamilies'],
  );
}

/** Labels of the nodes that are targets; `undefined` for all nodes, and for pods. @internal */
export function planNodeSelector(
  { annotations }: LbcService,
  targetType: TargetType,
): Record<string, string> | undefined {
  if (targetType !== 'instance') return undefined;
  const labels = annotations.stringMap('aws-load-balancer-target-node-labels');
  return labels && Object.keys(labels).length ? labels : undefined;
}

/** Whether target groups are shared with other clusters. @internal */
export function planMultiCluster({ annotations }: LbcService): boolean {
  return (
    annotations.boolean('aws-load-balancer-multi-cluster-target-group') ?? false
  );
}
