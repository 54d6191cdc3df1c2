import { documentedSince } from '../documentedSince';
import { AnnotationSpec } from '../types';

/** Where the load balancer stands, and under which addresses. @internal */
export const addressAnnotations = [
  {
    key: 'aws-load-balancer-subnets',
    type: 'string-list',
    default:
      'found by the tags kubernetes.io/role/internal-elb and kubernetes.io/role/elb',
    ...documentedSince('service', '2.1'),
    example: 'subnet-0a1b2c3d4e5f60718,private-b',
    note: 'Ids or Name tags, each in another zone. AWS lets zones be added to a live load balancer.',
  },
  {
    key: 'aws-load-balancer-eip-allocations',
    type: 'string-list',
    excludes: ['aws-load-balancer-private-ipv4-addresses'],
    ...documentedSince('service', '2.0'),
    example: 'eipalloc-0a1b2c3d,eipalloc-4e5f6071',
    note: 'Only for internet-facing load balancers, one for each subnet.',
  },
  {
    key: 'aws-load-balancer-private-ipv4-addresses',
    type: 'string-list',
    excludes: ['aws-load-balancer-eip-allocations'],
    since: '2.2.0',
    example: '10.0.10.15,10.0.32.15',
    note: 'Only for internal load balancers, one in each subnet.',
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/1930',
  },
  {
    key: 'aws-load-balancer-ipv6-addresses',
    type: 'string-list',
    needs: ['aws-load-balancer-ip-address-type'],
    ...documentedSince('service', '2.4'),
    example: '2001:db8:0:1::10,2001:db8:0:2::10',
    note: 'Only for dualstack, one in each subnet.',
  },
  {
    key: 'aws-load-balancer-enable-prefix-for-ipv6-source-nat',
    type: 'string',
    default: 'off',
    allowed: ['on', 'off'],
    needs: ['aws-load-balancer-ip-address-type'],
    ...documentedSince('service', '2.10'),
    example: 'on',
    note: 'Only for dualstack, with an IPv6 network in each subnet.',
  },
  {
    key: 'aws-load-balancer-source-nat-ipv6-prefixes',
    type: 'string-list',
    needs: ['aws-load-balancer-enable-prefix-for-ipv6-source-nat'],
    ...documentedSince('service', '2.10'),
    example: 'auto_assigned,2001:db8:0:2:1::/80',
    note: 'One for each subnet, of length 80 and inside of it, or auto_assigned.',
  },
] as const satisfies readonly AnnotationSpec[];
