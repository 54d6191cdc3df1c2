import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import type { StateReader } from '@postern/backstage-plugin-private-exposure-node';
import type { AwsInspection } from '../AwsInspection';
import { seenOr } from '../look';
import { dnsNameHop } from './dnsNameHop';
import { endpointServiceHop } from './endpointServiceHop';
import { kubernetesServiceHop } from './kubernetesServiceHop';
import { loadBalancerHop } from './loadBalancerHop';
import { targetGroupHop } from './targetGroupHop';

/**
 * The path, consumer side first.
 *
 * @internal
 */
export function buildHops(
  inspection: AwsInspection,
  states: StateReader,
): Hop[] {
  const { service, loadBalancers, scope } = inspection;
  const groups = loadBalancers.flatMap(
    ({ targetGroups }) => seenOr(targetGroups) ?? [],
  );
  // Two listeners, or two load balancers, may share a target group.
  const distinctGroups = [
    ...new Map(groups.map(group => [group.arn, group])).values(),
  ];
  const targetGroupHops = distinctGroups.map(group =>
    targetGroupHop(group, scope),
  );
  return [
    ...(service.domain ? [dnsNameHop(service.domain)] : []),
    endpointServiceHop(inspection, states),
    ...loadBalancers.map(loadBalancer =>
      loadBalancerHop(loadBalancer, { scope, states }),
    ),
    ...targetGroupHops,
    ...service.kubernetesServices.map(identity =>
      kubernetesServiceHop(identity, targetGroupHops),
    ),
  ];
}
