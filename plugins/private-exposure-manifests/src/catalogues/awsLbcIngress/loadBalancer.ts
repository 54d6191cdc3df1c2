import { applicationLoadBalancerAttributes } from '../attributes/applicationLoadBalancer';
import { CAPACITY } from '../attributes/capacity';
import { documentedSince } from '../documentedSince';
import { AnnotationSpec } from '../types';

const INSIDE = {
  key: 'scheme',
  values: ['internal'],
  orMissing: true,
  isRefused: true,
} as const;

/** Whose load balancer it is, what it is called, where it stands and who can reach it. @internal */
export const loadBalancerAnnotations = [
  {
    key: 'load-balancer-name',
    type: 'string',
    default: 'k8s-<group>-<hash>, or k8s-<namespace>-<name>-<hash>',
    ...documentedSince('ingress', '2.2'),
    group: 'exclusive',
    example: 'payments',
    note: 'At most 32 characters; has no effect once the load balancer is there.',
  },
  {
    key: 'group.name',
    type: 'string',
    default: 'a load balancer of its own',
    ...documentedSince('ingress', '2.0'),
    group: 'own',
    example: 'team-payments',
    note: 'At most 63 lower-case letters, digits, - and ., with a letter or digit at both ends. Whoever may create an Ingress can join any group and add rules to its load balancer; the group of an IngressClassParams wins.',
  },
  {
    key: 'group.order',
    type: 'integer',
    default: '0',
    range: [-1000, 1000],
    isRangeOfController: true,
    ...documentedSince('ingress', '2.0'),
    group: 'own',
    example: '10',
    note: 'Rules of the lowest come first; where two are the same, namespace and name decide.',
  },
  {
    key: 'tags',
    type: 'string-map',
    placement: ['Ingress', 'Service'],
    ...documentedSince('ingress', '2.0'),
    group: 'merged',
    example: 'team=payments,stage=production',
    note: "The same tag with two values in a group is refused, and so is a key of --external-managed-tags. The controller's --default-tags win. On a Service it is for the target group.",
  },
  {
    key: 'ip-address-type',
    type: 'string',
    default: 'ipv4',
    allowed: ['ipv4', 'dualstack', 'dualstack-without-public-ipv4'],
    clashes: [
      {
        ...INSIDE,
        own: ['dualstack-without-public-ipv4'],
      },
    ],
    ...documentedSince('ingress', '2.0'),
    group: 'exclusive',
    example: 'ipv4',
    note: 'dualstack-without-public-ipv4 is for internet-facing load balancers.',
  },
  {
    key: 'scheme',
    type: 'string',
    default: 'internal',
    allowed: ['internal', 'internet-facing'],
    ...documentedSince('ingress', '2.0'),
    group: 'exclusive',
    example: 'internal',
    note: 'A change on a live load balancer replaces it, and its DNS name.',
  },
  {
    key: 'subnets',
    type: 'string-list',
    default: 'one subnet a zone, found by its tags',
    ...documentedSince('ingress', '2.0'),
    group: 'exclusive',
    example: 'subnet-0a1b2c3d4e5f60718,subnet-0b1c2d3e4f5061728',
    note: 'Ids or Name tags, of at least two zones. Refused beside subnets of an IngressClassParams elsewhere in the group.',
  },
  {
    key: 'customer-owned-ipv4-pool',
    type: 'string',
    ...documentedSince('ingress', '2.1'),
    group: 'exclusive',
    example: 'ipv4pool-coip-0a1b2c3d4e5f60718',
    note: 'For Outposts. May not be empty, nor change once the load balancer is there.',
  },
  {
    key: 'ipam-ipv4-pool-id',
    type: 'string',
    clashes: [INSIDE],
    since: '2.12.0',
    group: 'exclusive',
    example: 'ipam-pool-0a1b2c3d4e5f60718',
    note: 'For internet-facing load balancers.',
    source: 'https://github.com/aws/eks-charts/pull/1201',
  },
  {
    key: 'load-balancer-attributes',
    type: 'string-map',
    attributes: applicationLoadBalancerAttributes,
    ...documentedSince('ingress', '2.0'),
    group: 'exclusive',
    example:
      'idle_timeout.timeout_seconds=60,routing.http.drop_invalid_header_fields.enabled=true',
    note: 'An attribute with two values in a group is refused, unless an IngressClassParams sets it. Removing one does not reset it. deletion_protection.enabled=true keeps the Ingress from being deleted.',
  },
  {
    key: 'minimum-load-balancer-capacity',
    type: 'string-map',
    attributes: CAPACITY,
    since: '2.11.0',
    group: 'exclusive',
    example: 'CapacityUnits=1000',
    note: 'CapacityUnits is its only key; 0 gives the reservation up.',
    source:
      'https://github.com/terraform-aws-modules/terraform-aws-iam/pull/539',
  },
  {
    key: 'dry-run-plan',
    type: 'json',
    isUndocumented: true,
    since: '3.4.0',
    group: 'own',
    example: '{"id":"default/payments"}',
    note: 'Written by the controller itself under its feature gate IngressPlanAnnotation; not for people to set.',
    source: 'https://github.com/aws/eks-charts/pull/1335',
  },
] as const satisfies readonly AnnotationSpec[];
