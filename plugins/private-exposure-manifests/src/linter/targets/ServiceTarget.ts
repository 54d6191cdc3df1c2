import { SERVICE_PREFIX } from '../../builders/loadBalancerAnnotations';
import { AnnotationNode } from '../../read/AnnotationNode';
import { parseGoBoolean, parseStringMap } from '../../values/goParsers';
import { findAnnotation, Placed } from './Placed';

/** A place with annotations that end up on a Service of type LoadBalancer. @public */
export interface ServiceTarget extends Placed {
  type: 'service';
  /** `spec.loadBalancerClass`, for Services. */
  loadBalancerClass: string | undefined;
  /** Whether it is a whole Service, not annotations for one that something else makes. */
  isWholeService: boolean;
  /** Whether infrastructure code in the same input lets consumers in from other regions. */
  isCrossRegion: boolean;
  /** Whether infrastructure code in the same input has an endpoint service. */
  hasEndpointService: boolean;
}

/** The annotation of a name, given without its prefix. @internal */
export function annotationOf(
  target: ServiceTarget,
  name: string,
): AnnotationNode | undefined {
  return findAnnotation(target, `${SERVICE_PREFIX}${name}`);
}

/** A load balancer attribute from the `attributes` map, with the annotation that holds it. @internal */
export function attributeOf(target: ServiceTarget, attribute: string) {
  const node = annotationOf(target, 'aws-load-balancer-attributes');
  const value = node && parseStringMap(node.value)?.[attribute];
  return node && value !== undefined ? { node, value } : undefined;
}

/** Whether a boolean annotation is set to true, as the AWS Load Balancer Controller reads it. @internal */
export function isSwitchedOn(target: ServiceTarget, name: string): boolean {
  const node = annotationOf(target, name);
  return node !== undefined && parseGoBoolean(node.value) === true;
}
