import { ControllerRefusal } from '../ControllerRefusal';
import {
  ALLOCATED,
  hashParts,
  keepAlphanumerics,
  nameLbcResource,
} from '../nameLbcResource';
import { formatGoSet, goByteLength } from '../../values/goText';
import { agreeOn } from './agreeOn';
import { formatGroupId, IngressGroup, IngressGroupId } from './IngressGroup';
import { INGRESS_ANNOTATION_PREFIX } from './LbcIngress';

const MAX_LENGTH = 32;

/**
 * The name that the controller gives to what it makes for a group: `k8s-<group>-<hash>`, the group cut at 17 letters; for
 * an Ingress without a group as for a Service.
 *
 * @param hashed - What the hash is made of besides cluster and group.
 *
 * @internal
 */
export function nameGroupResource(
  id: IngressGroupId,
  clusterName: string,
  hashed: readonly string[] = [],
): string {
  const parts = [clusterName, formatGroupId(id), ...hashed];
  const { namespace, name } = id;
  if (namespace !== '')
    return nameLbcResource({ namespace, name, hashed: parts });
  const hash = parts.includes(ALLOCATED)
    ? ALLOCATED
    : hashParts(parts).slice(0, 10);
  return `k8s-${keepAlphanumerics(name).slice(0, 17)}-${hash}`;
}

/**
 * What the load balancer is called.
 *
 * @remarks `buildLoadBalancerName` in `pkg/ingress/model_build_load_balancer.go`, version 3.5.
 *
 * @internal
 */
export function planLoadBalancerName(
  { id, members }: Pick<IngressGroup, 'id' | 'members'>,
  { clusterName }: { clusterName: string },
  scheme: string,
): string {
  const key = 'load-balancer-name';
  const about = [`${INGRESS_ANNOTATION_PREFIX}/${key}`];
  const asked = agreeOn(
    members.flatMap(
      ({ params, annotations }) =>
        (params?.loadBalancerName || annotations.string(key)) ?? [],
    ),
    about,
    different => `conflicting load balancer name: ${formatGoSet(different)}`,
  );
  if (asked === undefined) return nameGroupResource(id, clusterName, [scheme]);
  if (goByteLength(asked) > MAX_LENGTH)
    throw new ControllerRefusal(
      `load balancer name cannot be longer than ${MAX_LENGTH} characters`,
      about,
    );
  return asked;
}
