/** Whom the cloud provider made a private link service for. @internal */
export const TAG_OWNER_SERVICE = 'k8s-azure-owner-service';
/** The cluster of that cloud provider. @internal */
export const TAG_CLUSTER_NAME = 'k8s-azure-cluster-name';

/**
 * The identities that the Azure cloud provider wrote into the tags, as `<cluster>/<namespace>/<service>`.
 *
 * @remarks
 * `k8s-azure-owner-service` is `<namespace>/<service>`, with commas where several Services share what is tagged;
 * `k8s-azure-cluster-name` names the cluster (cloud-provider-azure, `pkg/consts/consts.go`). Azure compares tag keys
 * without regard to case.
 *
 * @internal
 */
export function kubernetesServices(
  tags: Readonly<Record<string, string>>,
): string[] {
  const cluster = tagOf(tags, TAG_CLUSTER_NAME);
  const owners = tagOf(tags, TAG_OWNER_SERVICE)?.split(',') ?? [];
  if (!cluster) return [];
  const found = owners
    .map(owner => owner.trim())
    .filter(owner => /^[^/]+\/[^/]+$/.test(owner))
    .map(owner => `${cluster}/${owner}`);
  return [...new Set(found)];
}

function tagOf(
  tags: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  const key = Object.keys(tags).find(one => one.toLowerCase() === name);
  return key === undefined ? undefined : tags[key];
}
