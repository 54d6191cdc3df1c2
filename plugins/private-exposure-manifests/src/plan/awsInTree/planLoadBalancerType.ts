import { parseInTreeInternal } from '../../values/goParsers';
import { KubernetesObject } from '../KubernetesObject';
import { read } from './annotations';

/** Kinds of load balancers that the in-tree AWS provider makes. @public */
export type InTreeLoadBalancerType = 'classic' | 'nlb';

const NAME = 'aws-load-balancer-type';

/**
 * Kind of the load balancer: anything but exactly `nlb` makes a Classic one.
 *
 * @remarks `isNLB` of cloud-provider-aws.
 *
 * @public
 */
export function planLoadBalancerType(
  service: KubernetesObject,
): InTreeLoadBalancerType {
  return read(service, NAME) === 'nlb' ? 'nlb' : 'classic';
}

/**
 * Whether the Service is left to another controller.
 *
 * @remarks `isLBExternal` of cloud-provider-aws.
 *
 * @public
 */
export function isLeftToOthers(service: KubernetesObject): boolean {
  return ['nlb-ip', 'external'].includes(read(service, NAME) ?? '');
}

/** Whether the load balancer is internal. @public */
export function planInTreeScheme(
  service: KubernetesObject,
): 'internal' | 'internet-facing' {
  return parseInTreeInternal(read(service, 'aws-load-balancer-internal') ?? '')
    ? 'internal'
    : 'internet-facing';
}
