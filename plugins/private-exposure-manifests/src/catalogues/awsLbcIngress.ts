import { accessAnnotations } from './awsLbcIngress/access';
import { frontendNlbAnnotations } from './awsLbcIngress/frontendNlb';
import { listenerAnnotations } from './awsLbcIngress/listeners';
import { loadBalancerAnnotations } from './awsLbcIngress/loadBalancer';
import { routingAnnotations } from './awsLbcIngress/routing';
import { targetAnnotations } from './awsLbcIngress/targets';
import { AnnotationCatalogue, AnnotationName } from './types';

/**
 * Annotations that the AWS Load Balancer Controller reads from Ingresses, and from the Services behind them.
 *
 * @public
 */
export const awsLbcIngressCatalogue = {
  id: 'aws-lbc-ingress',
  controller: 'AWS Load Balancer Controller',
  prefix: 'alb.ingress.kubernetes.io/',
  placement: ['Ingress'],
  source:
    'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md',
  annotations: [
    ...loadBalancerAnnotations,
    ...accessAnnotations,
    ...listenerAnnotations,
    ...routingAnnotations,
    ...targetAnnotations,
    ...frontendNlbAnnotations,
  ],
} as const satisfies AnnotationCatalogue;

/** Name of an annotation that the AWS Load Balancer Controller reads from Ingresses. @public */
export type AwsLbcIngressAnnotation = AnnotationName<
  typeof awsLbcIngressCatalogue
>;
