import { InvalidIntentError } from './errors';
import { ClusterProfile } from './intents/clusterProfile';

/**
 * Refuses a group that the cluster's profile does not let a namespace join: whoever is in a group can take over what the
 * others serve (AWS Load Balancer Controller, `alb.ingress.kubernetes.io/group.name`, "Security Risk").
 *
 * @throws {@link InvalidIntentError} naming `field`.
 * @internal
 */
export function checkIngressGroup(options: {
  field: string;
  group: string;
  namespace: string;
  clusterProfile: ClusterProfile | undefined;
}): void {
  const { field, group, namespace, clusterProfile } = options;
  const refuse = (message: string): never => {
    throw new InvalidIntentError({ field, message });
  };
  if (!clusterProfile) {
    refuse(
      `can't be judged without the cluster's profile, which lists the groups that may be joined`,
    );
    return;
  }
  const { name, ingressGroups = [] } = clusterProfile;
  const allowed = ingressGroups.filter(
    ({ namespaces }) => !namespaces || namespaces.includes(namespace),
  );
  if (allowed.some(each => each.name === group)) return;
  const names = allowed.map(each => `'${each.name}'`).join(', ');
  refuse(
    `must be a group that the profile of cluster '${name}' lets namespace '${namespace}' join (${
      names || 'there is none'
    }), not '${group}'`,
  );
}
