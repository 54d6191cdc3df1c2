import { kubernetesSince } from './kubernetesSince';
import { AnnotationSpec } from './types';

const HEALTH_CHECKS =
  'https://github.com/kubernetes/cloud-provider-aws/blob/v1.36.1/pkg/providers/v1/aws.go';

/** How a load balancer of the in-tree AWS provider learns whether a node works. @internal */
export const awsInTreeHealthChecks = [
  {
    key: 'aws-load-balancer-healthcheck-healthy-threshold',
    type: 'integer',
    default: '2 (Classic), 3 (Network)',
    range: [2, 10],
    ...kubernetesSince('1.9'),
    example: '3',
  },
  {
    key: 'aws-load-balancer-healthcheck-interval',
    type: 'integer',
    default: '10 (Classic), 30 (Network)',
    range: [5, 300],
    ...kubernetesSince('1.9'),
    example: '30',
    note: 'Seconds.',
  },
  {
    key: 'aws-load-balancer-healthcheck-timeout',
    type: 'integer',
    default: '5 (Classic), 10 (Network)',
    range: [2, 60],
    ...kubernetesSince('1.9'),
    example: '10',
    note: 'Seconds.',
  },
  {
    key: 'aws-load-balancer-healthcheck-unhealthy-threshold',
    type: 'integer',
    default: '6 (Classic), 3 (Network)',
    range: [2, 10],
    ...kubernetesSince('1.9'),
    example: '3',
  },
  {
    key: 'aws-load-balancer-healthcheck-path',
    type: 'string',
    clashes: [
      { key: 'aws-load-balancer-healthcheck-protocol', values: ['tcp'] },
    ],
    default: '/',
    ...kubernetesSince('1.20'),
    example: '/healthz',
    note: 'Read for the protocols http and https.',
    source: HEALTH_CHECKS,
  },
  {
    key: 'aws-load-balancer-healthcheck-port',
    type: 'integer-or-name',
    default: 'traffic-port',
    range: [1, 65535],
    ...kubernetesSince('1.20'),
    example: 'traffic-port',
    note: 'A number or traffic-port; names of ports are refused.',
    source: HEALTH_CHECKS,
  },
  {
    key: 'aws-load-balancer-healthcheck-protocol',
    type: 'string',
    default: 'tcp',
    allowed: ['tcp', 'http', 'https'],
    ignoresCase: true,
    ...kubernetesSince('1.20'),
    example: 'http',
    note: 'A Classic load balancer passes any protocol on to AWS.',
    source: HEALTH_CHECKS,
  },
] as const satisfies readonly AnnotationSpec[];
