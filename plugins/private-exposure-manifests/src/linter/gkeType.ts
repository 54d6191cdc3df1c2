import { AnnotationNode } from '../read/AnnotationNode';
import { findAnnotation, Placed } from './targets/Placed';

/** Keys of the type of a load balancer on GKE; where the first stands, the second is not looked at. @internal */
export const GKE_TYPES: readonly string[] = [
  'networking.gke.io/load-balancer-type',
  'cloud.google.com/load-balancer-type',
];

/**
 * The annotation by which GKE decides whether a load balancer is internal.
 *
 * @remarks `GetLoadBalancerAnnotationType` of `providers/gce/gce_annotations.go` in kubernetes/cloud-provider-gcp
 *
 * @internal
 */
export function gkeTypeOf(
  target: Pick<Placed, 'annotations'>,
): AnnotationNode | undefined {
  const [found] = GKE_TYPES.flatMap(key => findAnnotation(target, key) ?? []);
  return found;
}

/** Whether GKE makes an internal load balancer for a type: for these two spellings, and for nothing else. @internal */
export function isInternalType(value: string | undefined): boolean {
  return value === 'Internal' || value === 'internal';
}
