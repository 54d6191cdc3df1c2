import {
  type Hop,
  worstHealth,
} from '@postern/backstage-plugin-private-exposure-common';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from './hopIds';

/**
 * The Kubernetes Service or Ingress at the end of the path, as its controller named it. Kubernetes itself is not asked: the
 * targets that the controller registered for it tell how it is.
 *
 * @internal
 */
export function kubernetesHop(
  identity: string,
  options: {
    type: 'kubernetes-service' | 'kubernetes-ingress';
    targetGroupHops: readonly Hop[];
  },
): Hop {
  const { type, targetGroupHops } = options;
  const [cluster, namespace, name] = identity.split('/');
  const health = worstHealth(targetGroupHops.map(hop => hop.health));
  const bad = targetGroupHops.find(hop => hop.health === health);
  return {
    id: hopIds.kubernetesService(identity),
    type,
    title: `${namespace}/${name}`,
    nativeId: identity,
    health,
    reason:
      health === 'ok'
        ? undefined
        : bad?.reason ?? 'Nothing that was seen sends traffic to it',
    facts: toFacts({ Cluster: cluster, 'Seen through': 'target health' }),
  };
}
