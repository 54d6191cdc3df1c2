import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The endpoint service points at a load balancer that does not exist: somebody deleted it, or its controller made a new
 * one with another ARN.
 *
 * @internal
 */
export const loadBalancerGone: DiagnosisRule = {
  id: 'aws/load-balancer-gone',
  severity: 'error',
  breaksTraffic: true,
  check: ({ service, loadBalancers }) =>
    loadBalancers.flatMap(({ arn, name, description }) =>
      description.type === 'seen' && !description.value
        ? {
            message: `Endpoint service '${service.name}' points at load balancer '${name}', which does not exist`,
            remedy:
              'Point the endpoint service at the load balancer that took its place. A load balancer that its controller made again has a new ARN.',
            hopId: hopIds.loadBalancer(arn),
            evidence: toFacts({ 'Load balancer': arn }, ['Load balancer']),
          }
        : [],
    ),
};
