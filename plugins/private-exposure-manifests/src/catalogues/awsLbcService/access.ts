import { documentedSince } from '../documentedSince';
import { AnnotationSpec } from '../types';

/** Who gets through: security groups and their rules. @internal */
export const accessAnnotations = [
  {
    key: 'load-balancer-source-ranges',
    type: 'string-list',
    default: '0.0.0.0/0, and ::/0 for dualstack',
    excludes: ['aws-load-balancer-security-groups'],
    example: '10.0.0.0/8,192.168.0.0/16',
    note: 'spec.loadBalancerSourceRanges wins. IPv6 networks need a dualstack load balancer.',
  },
  {
    key: 'aws-load-balancer-security-group-prefix-lists',
    type: 'string-list',
    excludes: ['aws-load-balancer-security-groups'],
    clashes: [{ key: 'aws-load-balancer-disable-nlb-sg', values: ['true'] }],
    ...documentedSince('service', '2.8'),
    example: 'pl-0a1b2c3d4e5f60718',
    note: 'Where it stands and no source range does, nobody else gets in.',
  },
  {
    key: 'aws-load-balancer-security-groups',
    type: 'string-list',
    default: 'one that the controller makes',
    excludes: [
      'aws-load-balancer-disable-nlb-sg',
      'load-balancer-source-ranges',
      'aws-load-balancer-security-group-prefix-lists',
    ],
    since: '2.6.0',
    example: 'sg-0a1b2c3d4e5f60718',
    note: "Ids or Name tags. A load balancer that was made without a group can't get one later.",
    source: 'https://github.com/aws/eks-charts/pull/981',
  },
  {
    key: 'aws-load-balancer-manage-backend-security-group-rules',
    type: 'boolean',
    default: 'true, and false where security-groups is set',
    since: '2.4.0',
    example: 'true',
    note: "Beside security-groups, true needs the controller's backend security group.",
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/releases/tag/v2.4.0',
  },
  {
    key: 'aws-load-balancer-inbound-sg-rules-on-private-link-traffic',
    type: 'string',
    default: 'on, which AWS takes it for',
    allowed: ['on', 'off'],
    excludes: ['aws-load-balancer-disable-nlb-sg'],
    ...documentedSince('service', '2.8'),
    example: 'off',
    note: "Whether security groups judge PrivateLink traffic, by the consumer's address. Without a group it has no effect. Quote it: YAML 1.1 reads on and off as booleans.",
  },
  {
    key: 'aws-load-balancer-disable-nlb-sg',
    type: 'boolean',
    default: 'false',
    excludes: [
      'aws-load-balancer-security-groups',
      'aws-load-balancer-inbound-sg-rules-on-private-link-traffic',
    ],
    ...documentedSince('service', '2.14'),
    example: 'true',
    note: 'A group can never be added later, and a CloudFront VPC origin refuses the load balancer.',
  },
  {
    key: 'aws-load-balancer-enable-icmp-for-path-mtu-discovery',
    type: 'string',
    allowed: ['on'],
    excludes: ['aws-load-balancer-security-groups'],
    clashes: [{ key: 'aws-load-balancer-disable-nlb-sg', values: ['true'] }],
    ...documentedSince('service', '2.12'),
    example: 'on',
    note: "Adds ICMP rules to the controller's security group. PrivateLink itself knows no path MTU discovery.",
  },
] as const satisfies readonly AnnotationSpec[];
