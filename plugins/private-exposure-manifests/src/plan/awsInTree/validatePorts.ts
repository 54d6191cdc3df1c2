import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject } from '../KubernetesObject';
import { PlannedPort, readServiceSpec } from '../readServiceSpec';
import { planLoadBalancerType } from './planLoadBalancerType';

const ABOUT = ['spec.ports'];

/**
 * Refuses a Service whose ports have different protocols, for a Network Load Balancer too.
 *
 * @remarks `checkMixedProtocol` of cloud-provider-aws.
 *
 * @throws {@link ControllerRefusal}
 *
 * @public
 */
export function validateMixedProtocols(service: KubernetesObject): void {
  const { ports } = readServiceSpec(service);
  if (new Set(ports.map(({ protocol }) => protocol)).size > 1)
    throw new ControllerRefusal(
      'mixed protocol is not supported for LoadBalancer',
      ABOUT,
    );
}

/**
 * Refuses a port whose protocol the load balancer doesn't speak: TCP for both kinds, UDP for a Network Load Balancer.
 *
 * @remarks `checkProtocol` of cloud-provider-aws.
 *
 * @throws {@link ControllerRefusal}
 *
 * @public
 */
export function validateProtocol(
  service: KubernetesObject,
  { protocol }: PlannedPort,
): void {
  const spoken =
    planLoadBalancerType(service) === 'nlb' ? ['TCP', 'UDP'] : ['TCP'];
  if (!spoken.includes(protocol))
    throw new ControllerRefusal(
      `Protocol ${protocol} not supported by LoadBalancer`,
      ABOUT,
    );
}
