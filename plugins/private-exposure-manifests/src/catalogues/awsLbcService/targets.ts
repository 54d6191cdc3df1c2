import { AnnotationSpec } from '../types';

/** Where the load balancer sends traffic, and how it learns whether that works. @internal */
export const targetAnnotations = [
  {
    key: 'aws-load-balancer-nlb-target-type',
    type: 'string',
    default: 'instance where spec.loadBalancerClass is set',
    allowed: ['instance', 'ip'],
    example: 'ip',
    note: 'ip needs pods with addresses of the VPC; instance needs node ports.',
  },
  {
    key: 'aws-load-balancer-target-node-labels',
    type: 'string-map',
    example: 'ingress=true',
    note: 'For instance targets only.',
  },
  {
    key: 'aws-load-balancer-target-group-attributes',
    type: 'string-map',
    example: 'preserve_client_ip.enabled=true',
    note: 'Client addresses are always kept for UDP. Stickiness by source_ip is not for TLS.',
  },
  {
    key: 'aws-load-balancer-target-group-attributes.<port>',
    type: 'string-map',
    isUndocumented: true,
    example: 'deregistration_delay.timeout_seconds=30',
    note: 'For one port of the Service; wins over the one for all, but not where its value is empty.',
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/pull/4326',
  },
  {
    key: 'aws-load-balancer-proxy-protocol',
    type: 'string',
    allowed: ['*'],
    example: '*',
    note: 'Targets must understand PROXY protocol v2 on every port.',
  },
  {
    key: 'aws-load-balancer-proxy-protocol-per-target-group',
    type: 'string-list',
    excludes: ['aws-load-balancer-proxy-protocol'],
    example: '80,443',
    note: "Numbers of the Service's ports; it is off for all others. aws-load-balancer-proxy-protocol wins.",
  },
  {
    key: 'aws-load-balancer-multi-cluster-target-group',
    type: 'boolean',
    default: 'false',
    example: 'true',
    note: 'Not to be switched on a live target group without the documented migration.',
  },
  {
    key: 'aws-load-balancer-healthcheck-protocol',
    type: 'string',
    default: 'TCP; HTTP for instance targets with externalTrafficPolicy Local',
    allowed: ['tcp', 'http', 'https'],
    ignoresCase: true,
    example: 'http',
  },
  {
    key: 'aws-load-balancer-healthcheck-port',
    type: 'integer-or-name',
    default:
      'traffic-port; spec.healthCheckNodePort for instance targets with externalTrafficPolicy Local',
    example: 'traffic-port',
    note: "A number, traffic-port, or the name of one of the Service's ports.",
  },
  {
    key: 'aws-load-balancer-healthcheck-path',
    type: 'string',
    default:
      '/; /healthz for instance targets with externalTrafficPolicy Local',
    needs: ['aws-load-balancer-healthcheck-protocol'],
    example: '/healthz',
    note: 'For HTTP and HTTPS.',
  },
  {
    key: 'aws-load-balancer-healthcheck-success-codes',
    type: 'string',
    default: '200-399',
    needs: ['aws-load-balancer-healthcheck-protocol'],
    example: '200-299',
    note: 'For HTTP and HTTPS.',
  },
  {
    key: 'aws-load-balancer-healthcheck-healthy-threshold',
    type: 'integer',
    default: '3; 2 for instance targets with externalTrafficPolicy Local',
    range: [2, 10],
    example: '3',
  },
  {
    key: 'aws-load-balancer-healthcheck-unhealthy-threshold',
    type: 'integer',
    default: '3; 2 for instance targets with externalTrafficPolicy Local',
    range: [2, 10],
    example: '3',
  },
  {
    key: 'aws-load-balancer-healthcheck-timeout',
    type: 'integer',
    default: '10; 6 for instance targets with externalTrafficPolicy Local',
    range: [2, 120],
    example: '10',
    note: 'Seconds, not more than the interval.',
  },
  {
    key: 'aws-load-balancer-healthcheck-interval',
    type: 'integer',
    default: '10',
    range: [5, 300],
    example: '10',
    note: 'Seconds.',
  },
] as const satisfies readonly AnnotationSpec[];
