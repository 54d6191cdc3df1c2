import {
  type Hop,
  worstHealth,
} from '@postern/backstage-plugin-private-exposure-common';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from './hopIds';

/**
 * A Kubernetes Service at the end of the path, as the cloud provider named it. Kubernetes itself is not asked: the
 * backends that were registered for it tell how it is.
 *
 * @internal
 */
export function kubernetesServiceHop(
  identity: string,
  poolHops: readonly Hop[],
): Hop {
  const [cluster, namespace, service] = identity.split('/');
  const health = worstHealth(poolHops.map(hop => hop.health));
  const bad = poolHops.find(hop => hop.health === health);
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
    facts: toFacts({ Cluster: cluster, 'Seen through': 'backend pools' }),
  };
}
