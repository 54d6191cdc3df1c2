import { SERVICE_PREFIX } from '../builders/loadBalancerAnnotations';
import { ClusterProfile } from '../intents/clusterProfile';
import { parseGoBoolean, parseStringMap } from '../values/goParsers';

/** Who makes a Service's load balancer. @public */
export type Reconciler =
  | 'aws-load-balancer-controller'
  | 'in-tree'
  | 'other'
  | 'nobody'
  | 'unknown';

/** One annotation with its place. @public */
export interface AnnotationNode {
  /** The whole key. */
  key: string;
  /** The value as text. */
  value: string;
  /** Whether the file holds a string, which is all that Kubernetes accepts here. */
  isString: boolean;
  line: number;
  column: number;
}

/** One place with annotations that a load balancer controller reads. @public */
export interface ServiceTarget {
  type: 'service';
  path: string;
  line: number;
  column: number;
  annotations: AnnotationNode[];
  /** `spec.loadBalancerClass`, for Services. */
  loadBalancerClass: string | undefined;
  /** Whether it is a whole Service, not annotations for one that something else makes. */
  isWholeService: boolean;
  profile: ClusterProfile | undefined;
  /** Whether infrastructure code in the same input lets consumers in from other regions. */
  isCrossRegion: boolean;
}

/** The annotation of a name, given without its prefix. @internal */
export function annotationOf(
  target: ServiceTarget,
  name: string,
): AnnotationNode | undefined {
  return target.annotations.find(
    ({ key }) => key === `${SERVICE_PREFIX}${name}`,
  );
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

/**
 * Says which controller takes a Service of type LoadBalancer.
 *
 * @remarks From the AWS Load Balancer Controller's `pkg/service/service_utils.go` and its webhook
 * (`webhooks/core/service_mutator.go`), version 3.5.
 *
 * @public
 */
export function findReconciler(target: ServiceTarget): Reconciler {
  const type = annotationOf(target, 'aws-load-balancer-type')?.value;
  const targetType = annotationOf(
    target,
    'aws-load-balancer-nlb-target-type',
  )?.value;
  if (target.loadBalancerClass === 'service.k8s.aws/nlb')
    return 'aws-load-balancer-controller';
  if (target.loadBalancerClass) return 'other';
  if (type === 'nlb-ip') return 'aws-load-balancer-controller';
  if (type === 'external') {
    return targetType === 'ip' || targetType === 'instance'
      ? 'aws-load-balancer-controller'
      : 'nobody';
  }
  const controller = target.profile?.controller;
  if (!controller) return 'unknown';
  return controller.type === 'in-tree' || !controller.webhook
    ? 'in-tree'
    : 'aws-load-balancer-controller';
}
