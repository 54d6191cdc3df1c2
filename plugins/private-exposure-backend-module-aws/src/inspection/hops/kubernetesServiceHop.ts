import {
  type Hop,
  worstHealth,
} from '@postern/backstage-plugin-private-exposure-common';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from './hopIds';

/**
 * A Kubernetes Service at the end of the path, as its controller named it. Kubernetes itself is not asked: the targets
 * that the controller registered for it tell how it is.
 *
 * @internal
 */
export function kubernetesServiceHop(
  identity: string,
  targetGroupHops: readonly Hop[],
): Hop {
  const [cluster, namespace, service] = identity.split('/');
  const health = worstHealth(targetGroupHops.map(hop => hop.health));
  const bad = targetGroupHops.find(hop => hop.health === health);
  return {
    id: hopIds.kubernetesService(identity),
    type: 'kubernetes-service',
    title: `${namespace}/${service}`,
    nativeId: identity,
    health,
    reason:
      health === 'ok'
        ? undefined
        : bad?.reason ?? 'Nothing that was seen sends traffic to it',
    facts: toFacts({ Cluster: cluster, 'Seen through': 'target health' }),
  };
}
