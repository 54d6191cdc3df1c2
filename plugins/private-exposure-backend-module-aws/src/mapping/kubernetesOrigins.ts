import type { Tags } from './tags';

const IN_TREE_CLUSTER = 'kubernetes.io/cluster/';

/** An object in a cluster that a load balancer was made for. @internal */
export interface KubernetesOrigin {
  /** The cluster's name. */
  cluster: string;
  /** `<namespace>/<name>`; a group of Ingresses has a bare name and tells of no single object. */
  name: string;
  /** Such as `Kubernetes Ingress shop/web`. */
  title: string;
}

/**
 * What a load balancer's controller wrote into its tags.
 *
 * @remarks
 * The AWS Load Balancer Controller writes `elbv2.k8s.aws/cluster` with `service.k8s.aws/stack` or
 * `ingress.k8s.aws/stack`, the stack being `<namespace>/<name>`, and of a group of Ingresses its bare name. The in-tree
 * provider writes `kubernetes.io/cluster/<cluster>` and `kubernetes.io/service-name`. What is tagged besides a group's
 * name, any member of the group may have written (`alb.ingress.kubernetes.io/tags`), so that it counts for nothing.
 *
 * @internal
 */
export function kubernetesOrigins(tags: Tags): KubernetesOrigin[] {
  const cluster = tags['elbv2.k8s.aws/cluster'];
  const inTree = tags['kubernetes.io/service-name'];
  const found = [
    ...origins(cluster, tags['service.k8s.aws/stack'], 'Service'),
    ...origins(cluster, tags['ingress.k8s.aws/stack'], 'Ingress'),
    ...owningClusters(tags).flatMap(owner => origins(owner, inTree, 'Service')),
  ];
  const groups = found.filter(({ name }) => !name.includes('/'));
  return groups.length > 0 ? groups : found;
}

function origins(
  cluster: string | undefined,
  name: string | undefined,
  type: 'Service' | 'Ingress',
): KubernetesOrigin[] {
  if (!cluster || !name) return [];
  const what = name.includes('/') ? type : `${type} group`;
  return [{ cluster, name, title: `Kubernetes ${what} ${name}` }];
}

/** A load balancer may carry the tags of several clusters, `shared` by all but the one that `owned` says made it. */
function owningClusters(tags: Tags): string[] {
  return Object.entries(tags)
    .filter(
      ([key, value]) => key.startsWith(IN_TREE_CLUSTER) && value === 'owned',
    )
    .map(([key]) => key.slice(IN_TREE_CLUSTER.length));
}
