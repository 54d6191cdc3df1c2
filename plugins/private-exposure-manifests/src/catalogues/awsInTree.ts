import { AnnotationCatalogue } from './types';

/**
 * Annotations that the in-tree AWS provider reads from Services.
 *
 * @public
 */
export const awsInTreeCatalogue = {
  id: 'aws-in-tree',
  controller: 'in-tree AWS cloud provider',
  prefix: 'service.beta.kubernetes.io/',
  placement: ['Service'],
  source:
    'https://github.com/kubernetes/cloud-provider-aws/blob/v1.36.1/docs/service_controller.md',
  annotations: [
    {
      key: 'aws-load-balancer-access-log-emit-interval',
      type: 'string',
      allowed: ['5', '60'],
      note: 'Classic load balancers only.',
    },
    {
      key: 'aws-load-balancer-access-log-enabled',
      type: 'boolean',
      note: 'Classic load balancers only.',
    },
    {
      key: 'aws-load-balancer-access-log-s3-bucket-name',
      type: 'string',
      note: 'Classic load balancers only.',
    },
    {
      key: 'aws-load-balancer-access-log-s3-bucket-prefix',
      type: 'string',
      note: 'Classic load balancers only.',
    },
    { key: 'aws-load-balancer-additional-resource-tags', type: 'string-map' },
    {
      key: 'aws-load-balancer-backend-protocol',
      type: 'string',
      default: 'tcp',
      allowed: ['http', 'https', 'ssl', 'tcp'],
      note: 'Classic load balancers only.',
    },
    {
      key: 'aws-load-balancer-connection-draining-enabled',
      type: 'boolean',
      note: 'Classic load balancers only.',
    },
    {
      key: 'aws-load-balancer-connection-draining-timeout',
      type: 'integer',
      default: '300',
      range: [1, 3600],
      note: 'Classic load balancers only.',
    },
    {
      key: 'aws-load-balancer-connection-idle-timeout',
      type: 'integer',
      default: '60',
      range: [1, 4000],
      note: 'Classic load balancers only.',
    },
    {
      key: 'aws-load-balancer-cross-zone-load-balancing-enabled',
      type: 'boolean',
      note: 'Classic load balancers only.',
    },
    {
      key: 'aws-load-balancer-extra-security-groups',
      type: 'string-list',
      note: 'Classic load balancers only.',
    },
    { key: 'aws-load-balancer-security-groups', type: 'string-list' },
    {
      key: 'aws-load-balancer-healthcheck-healthy-threshold',
      type: 'integer',
      range: [2, 10],
      note: 'Network Load Balancers only.',
    },
    {
      key: 'aws-load-balancer-healthcheck-interval',
      type: 'integer',
      default: '30',
      range: [5, 300],
      note: 'Network Load Balancers only.',
    },
    {
      key: 'aws-load-balancer-healthcheck-timeout',
      type: 'integer',
      default: '5',
      range: [2, 60],
      note: 'Network Load Balancers only.',
    },
    {
      key: 'aws-load-balancer-healthcheck-unhealthy-threshold',
      type: 'integer',
      default: '2',
      range: [2, 10],
      note: 'Network Load Balancers only.',
    },
    {
      key: 'aws-load-balancer-internal',
      type: 'boolean',
      note: "Any value but 'false' and the empty one makes it internal.",
    },
    {
      key: 'aws-load-balancer-proxy-protocol',
      type: 'string',
      allowed: ['*'],
      note: 'Classic load balancers only.',
    },
    { key: 'aws-load-balancer-ssl-cert', type: 'string' },
    {
      key: 'aws-load-balancer-ssl-negotiation-policy',
      type: 'string',
      default: 'ELBSecurityPolicy-2016-08',
    },
    { key: 'aws-load-balancer-ssl-ports', type: 'string-list', default: '*' },
    {
      key: 'aws-load-balancer-type',
      type: 'string',
      allowed: ['nlb'],
      note: "Without it the load balancer is a Classic one, which can't stand behind an endpoint service.",
    },
    {
      key: 'aws-load-balancer-eip-allocations',
      type: 'string-list',
      note: 'Network Load Balancers only.',
    },
    {
      key: 'aws-load-balancer-healthcheck-path',
      type: 'string',
      default: '/',
      note: 'Network Load Balancers only.',
    },
    {
      key: 'aws-load-balancer-healthcheck-port',
      type: 'integer-or-name',
      default: 'traffic-port',
      note: 'Network Load Balancers only.',
    },
    {
      key: 'aws-load-balancer-healthcheck-protocol',
      type: 'string',
      default: 'tcp',
      allowed: ['tcp', 'http', 'https'],
      note: 'Network Load Balancers only.',
    },
    { key: 'aws-load-balancer-subnets', type: 'string-list' },
    { key: 'aws-load-balancer-target-node-labels', type: 'string-map' },
    {
      key: 'aws-load-balancer-target-group-attributes',
      type: 'string-map',
      note: 'Network Load Balancers only.',
    },
    {
      key: 'aws-load-balancer-private-ipv4-addresses',
      type: 'string-list',
      note: 'Network Load Balancers only.',
    },
  ],
} as const satisfies AnnotationCatalogue;
