import { kubernetesOrigins } from './kubernetesOrigins';
import type { Tags } from './tags';

/**
 * The identities that a load balancer's controller wrote into its tags, as `<cluster>/<namespace>/<service>`. The stack of
 * an ingress group is a bare name and tells of no single object: what else is tagged there, any member of the group may
 * have written (`alb.ingress.kubernetes.io/tags`), so that it counts for nothing.
 *
 * @internal
 */
export function kubernetesServices(tags: Tags): string[] {
  const origins = kubernetesOrigins(tags);
  if (origins.some(({ name }) => !name.includes('/'))) return [];
  const found = origins
    .filter(({ name }) => /^[^/]+\/[^/]+$/.test(name))
    .map(({ cluster, name }) => `${cluster}/${name}`);
  return [...new Set(found)];
}
