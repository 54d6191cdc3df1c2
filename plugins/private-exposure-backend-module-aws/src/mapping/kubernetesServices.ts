const IN_TREE_CLUSTER = 'kubernetes.io/cluster/';

/**
 * The identities that a load balancer's controller wrote into its tags, as `<cluster>/<namespace>/<service>`.
 *
 * @remarks
 * The AWS Load Balancer Controller writes `elbv2.k8s.aws/cluster` with `service.k8s.aws/stack` or
 * `ingress.k8s.aws/stack`, the stack being `<namespace>/<name>`; the stack of an ingress group is a bare name and tells
 * of no single object. The in-tree provider writes `kubernetes.io/cluster/<cluster>` and `kubernetes.io/service-name`.
 *
 * @internal
 */
export function kubernetesServices(
  tags: Readonly<Record<string, string>>,
): string[] {
  const found = [
    ...identities(
      [tags['elbv2.k8s.aws/cluster']],
      [tags['service.k8s.aws/stack'], tags['ingress.k8s.aws/stack']],
    ),
    ...identities(owningClusters(tags), [tags['kubernetes.io/service-name']]),
  ];
  return [...new Set(found)];
}

function identities(
  clusters: ReadonlyArray<string | undefined>,
  names: ReadonlyArray<string | undefined>,
): string[] {
  return clusters.flatMap(cluster =>
    names.flatMap(name =>
      cluster && name && /^[^/]+\/[^/]+$/.test(name)
        ? [`${cluster}/${name}`]
        : [],
    ),
  );
}

/** A load balancer may carry the tags of several clusters, `shared` by all but the one that `owned` says made it. */
function owningClusters(tags: Readonly<Record<string, string>>): string[] {
  return Object.entries(tags)
    .filter(
      ([key, value]) => key.startsWith(IN_TREE_CLUSTER) && value === 'owned',
    )
    .map(([key]) => key.slice(IN_TREE_CLUSTER.length));
}
