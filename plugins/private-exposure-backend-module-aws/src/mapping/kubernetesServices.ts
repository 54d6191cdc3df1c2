import { kubernetesOrigins } from './kubernetesOrigins';
import type { Tags } from './tags';

/**
 * The identities that a load balancer's controller wrote into its tags, as `<cluster>/<namespace>/<service>`. The stack of
 * an ingress group is a bare name and tells of no single object.
 *
 * @internal
 */
export function kubernetesServices(tags: Tags): string[] {
  const found = kubernetesOrigins(tags)
    .filter(({ name }) => /^[^/]+\/[^/]+$/.test(name))
    .map(({ cluster, name }) => `${cluster}/${name}`);
  return [...new Set(found)];
}
