import { annotationOf, ServiceTarget } from './targets/ServiceTarget';

/** Who makes a Service's load balancer. @public */
export type Reconciler =
  | 'aws-load-balancer-controller'
  | 'in-tree'
  | 'other'
  | 'nobody'
  | 'unknown';

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
