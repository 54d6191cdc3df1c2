import { AnnotationNode } from '../../read/AnnotationNode';
import { Placed } from '../targets';
import { findAnnotation } from '../targets/Placed';

/**
 * The annotation of today among some that a change sets, or sets otherwise; `undefined` where it only takes some away.
 *
 * @internal
 */
export function changedNode(
  before: Placed,
  after: Placed,
  keys: readonly string[],
): AnnotationNode | undefined {
  return keys
    .flatMap(key => findAnnotation(after, key) ?? [])
    .find(({ key, value }) => findAnnotation(before, key)?.value !== value);
}

/** Annotations that say whether the Internet reaches a load balancer, or who makes it. @internal */
export const EXPOSURE_KEYS: readonly string[] = [
  'service.beta.kubernetes.io/aws-load-balancer-scheme',
  'service.beta.kubernetes.io/aws-load-balancer-internal',
  'service.beta.kubernetes.io/azure-load-balancer-internal',
  'networking.gke.io/load-balancer-type',
  'cloud.google.com/load-balancer-type',
  'alb.ingress.kubernetes.io/scheme',
  'service.beta.kubernetes.io/aws-load-balancer-type',
];
