import { accessAnnotations } from './awsLbcService/access';
import { addressAnnotations } from './awsLbcService/addresses';
import { listenerAnnotations } from './awsLbcService/listeners';
import { loadBalancerAnnotations } from './awsLbcService/loadBalancer';
import { targetAnnotations } from './awsLbcService/targets';
import { AnnotationCatalogue, AnnotationName } from './types';

/**
 * Annotations that the AWS Load Balancer Controller reads from Services.
 *
 * @public
 */
export const awsLbcServiceCatalogue = {
  id: 'aws-lbc-service',
  controller: 'AWS Load Balancer Controller',
  prefix: 'service.beta.kubernetes.io/',
  placement: ['Service'],
  source:
    'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/service/annotations.md',
  annotations: [
    ...loadBalancerAnnotations,
    ...addressAnnotations,
    ...accessAnnotations,
    ...listenerAnnotations,
    ...targetAnnotations,
  ],
} as const satisfies AnnotationCatalogue;

/** Name of an annotation that the AWS Load Balancer Controller reads from Services. @public */
export type AwsLbcServiceAnnotation = AnnotationName<
  typeof awsLbcServiceCatalogue
>;
