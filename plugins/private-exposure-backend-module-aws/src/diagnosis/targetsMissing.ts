import {
  type DiagnosisRule,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import type { WithLoadBalancers } from '../inspection/InspectedLoadBalancer';
import { seenOr } from '../inspection/look';

/**
 * Traffic has nowhere to go: no listener, no target group, or a target group without targets.
 *
 * @internal
 */
export const targetsMissing: DiagnosisRule<WithLoadBalancers> = {
  id: 'aws/targets-missing',
  severity: 'error',
  breaksTraffic: true,
  check: ({ loadBalancers }) =>
    loadBalancers.flatMap(({ arn, name, description, ...parts }) => {
      if (!seenOr(description)) return [];
      const groups = seenOr(parts.targetGroups);
      if (seenOr(parts.listeners)?.length === 0 || groups?.length === 0) {
        return {
          message: `Load balancer '${name}' has no ${
            groups?.length === 0 ? 'target group' : 'listener'
          }: it takes no traffic`,
          remedy:
            'Add a listener that forwards to a target group. If a controller manages the load balancer, look at the events of its Service.',
          hopId: hopIds.loadBalancer(arn),
        };
      }
      return (groups ?? [])
        .filter(({ targets }) => seenOr(targets)?.length === 0)
        .map(group => ({
          message: `Target group '${group.name}' has no targets`,
          remedy:
            'Register targets. If a controller does that, look at whether the Service selects any ready pods.',
          hopId: hopIds.targetGroup(group.arn),
          evidence: toFacts({
            'Target type': group.targetType,
            Port: group.port,
          }),
        }));
    }),
};
