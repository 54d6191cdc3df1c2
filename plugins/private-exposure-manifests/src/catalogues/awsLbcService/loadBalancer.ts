import { networkLoadBalancerAttributes } from '../attributes/networkLoadBalancer';
import { CAPACITY } from '../attributes/capacity';
import { documentedSince } from '../documentedSince';
import { AnnotationSpec } from '../types';

/** Who makes the load balancer, what it is called, who can reach it. @internal */
export const loadBalancerAnnotations = [
  {
    key: 'aws-load-balancer-type',
    type: 'string',
    allowed: ['external', 'nlb-ip', 'nlb'],
    ...documentedSince('service', '2.0'),
    example: 'external',
    note: "'external' needs a target type, else no controller takes the Service; 'nlb-ip' is the older way to say external with ip targets; 'nlb' is the in-tree provider's. Without effect where spec.loadBalancerClass is set, and not to be changed on a live Service.",
  },
  {
    key: 'aws-load-balancer-name',
    type: 'string',
    default: 'k8s-<namespace>-<name>-<hash>',
    since: '2.2.0',
    example: 'payments',
    note: 'At most 32 characters; has no effect once the load balancer is there.',
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/1930',
  },
  {
    key: 'aws-load-balancer-scheme',
    type: 'string',
    default: "the live load balancer's, else internal",
    allowed: ['internal', 'internet-facing'],
    since: '2.2.0',
    example: 'internal',
    note: 'A change on a live load balancer replaces it.',
    source:
      'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v2.3/guide/service/annotations/',
  },
  {
    key: 'aws-load-balancer-internal',
    type: 'boolean',
    default: 'false',
    deprecated: 'aws-load-balancer-scheme',
    ...documentedSince('service', '2.0'),
    example: 'true',
    note: "'scheme' wins where both are set. Set to false it asks for an internet-facing load balancer.",
  },
  {
    key: 'aws-load-balancer-ip-address-type',
    type: 'string',
    default: 'ipv4',
    allowed: ['ipv4', 'dualstack'],
    ...documentedSince('service', '2.1'),
    example: 'ipv4',
  },
  {
    key: 'aws-load-balancer-attributes',
    type: 'string-map',
    attributes: networkLoadBalancerAttributes,
    since: '2.3.0',
    example:
      'load_balancing.cross_zone.enabled=true,deletion_protection.enabled=true',
    note: 'Removing an attribute does not reset it. Annotations for single attributes win over it.',
    source:
      'https://aws.amazon.com/about-aws/whats-new/2021/10/aws-load-balancer-2-3-alb-ipv6-targets/',
  },
  {
    key: 'aws-load-balancer-access-log-enabled',
    type: 'boolean',
    default: 'false',
    deprecated: 'aws-load-balancer-attributes: access_logs.s3.enabled',
    ...documentedSince('service', '2.0'),
    example: 'true',
    note: 'Set to false it changes nothing.',
  },
  {
    key: 'aws-load-balancer-access-log-s3-bucket-name',
    type: 'string',
    needs: ['aws-load-balancer-access-log-enabled'],
    clashes: [
      { key: 'aws-load-balancer-access-log-enabled', values: ['false'] },
    ],
    deprecated: 'aws-load-balancer-attributes: access_logs.s3.bucket',
    ...documentedSince('service', '2.0'),
    example: 'my-access-logs',
  },
  {
    key: 'aws-load-balancer-access-log-s3-bucket-prefix',
    type: 'string',
    needs: ['aws-load-balancer-access-log-enabled'],
    clashes: [
      { key: 'aws-load-balancer-access-log-enabled', values: ['false'] },
    ],
    deprecated: 'aws-load-balancer-attributes: access_logs.s3.prefix',
    ...documentedSince('service', '2.0'),
    example: 'payments',
  },
  {
    key: 'aws-load-balancer-cross-zone-load-balancing-enabled',
    type: 'boolean',
    default: 'false',
    deprecated:
      'aws-load-balancer-attributes: load_balancing.cross_zone.enabled',
    ...documentedSince('service', '2.0'),
    example: 'true',
  },
  {
    key: 'aws-load-balancer-minimum-load-balancer-capacity',
    type: 'string-map',
    attributes: CAPACITY,
    ...documentedSince('service', '2.11'),
    example: 'CapacityUnits=3000',
    note: 'CapacityUnits is its only key; 0 gives the reservation up.',
  },
  {
    key: 'aws-load-balancer-additional-resource-tags',
    type: 'string-map',
    ...documentedSince('service', '2.0'),
    example: 'team=payments,stage=production',
    note: "The controller's own tags and its --default-tags win; a key of --external-managed-tags is refused.",
  },
] as const satisfies readonly AnnotationSpec[];
