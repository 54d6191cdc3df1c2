import { documentedSince } from '../documentedSince';
import { AnnotationSpec } from '../types';

const CONSTANTS =
  'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/annotations/constants.go';

/** Who gets through to the load balancer: security groups, web ACLs, protection. @internal */
export const accessAnnotations = [
  {
    key: 'security-groups',
    type: 'string-list',
    default: 'one that the controller makes',
    excludes: ['inbound-cidrs', 'security-group-prefix-lists'],
    ...documentedSince('ingress', '2.0'),
    group: 'exclusive',
    example: 'sg-0a1b2c3d4e5f60718',
    note: 'Ids or Name tags, in the same order on each member of a group.',
  },
  {
    key: 'manage-backend-security-group-rules',
    type: 'boolean',
    default: 'false',
    needs: ['security-groups'],
    since: '2.3',
    group: 'exclusive',
    example: 'true',
    note: "True needs the controller's backend security group.",
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/pull/2205',
  },
  {
    key: 'inbound-cidrs',
    type: 'string-list',
    default: '0.0.0.0/0 and ::/0',
    excludes: ['security-groups'],
    ...documentedSince('ingress', '2.0'),
    group: 'exclusive',
    example: '10.0.0.0/8',
    note: 'IPv6 networks need a dualstack load balancer. Networks of an IngressClassParams win.',
  },
  {
    key: 'security-group-prefix-lists',
    type: 'string-list',
    excludes: ['security-groups'],
    ...documentedSince('ingress', '2.8'),
    group: 'exclusive',
    example: 'pl-0a1b2c3d4e5f60718',
    note: 'Where it stands and inbound-cidrs does not, nobody else gets in. Each counts with its whole weight towards the rules of a security group.',
  },
  {
    key: 'wafv2-acl-arn',
    type: 'string',
    default: 'what is attached stays attached',
    excludes: ['wafv2-acl-name'],
    ...documentedSince('ingress', '2.0'),
    group: 'exclusive',
    example:
      'arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/payments/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f',
    note: "A regional web ACL of the same region; 'none' detaches. What somebody changes by hand is changed back.",
  },
  {
    key: 'wafv2-acl-name',
    type: 'string',
    isUndocumented: true,
    excludes: ['wafv2-acl-arn'],
    since: '2.14',
    group: 'exclusive',
    example: 'payments',
    note: "The name of a regional web ACL in the same account; 'none' detaches.",
    source:
      'https://github.com/terraform-aws-modules/terraform-aws-eks-pod-identity/pull/47',
  },
  {
    key: 'waf-acl-id',
    type: 'string',
    default: 'what is attached stays attached',
    deprecated: 'wafv2-acl-arn',
    ...documentedSince('ingress', '2.0'),
    group: 'exclusive',
    example: '0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f',
    note: "For AWS WAF Classic; 'none' detaches.",
  },
  {
    key: 'web-acl-id',
    type: 'string',
    isUndocumented: true,
    deprecated: 'waf-acl-id',
    group: 'exclusive',
    example: '0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f',
    note: 'An older name; waf-acl-id wins where both stand.',
    source: CONSTANTS,
  },
  {
    key: 'shield-advanced-protection',
    type: 'boolean',
    default: 'what is there stays',
    ...documentedSince('ingress', '2.0'),
    group: 'exclusive',
    example: 'true',
    note: 'Needs a subscription to AWS Shield Advanced. False takes the protection away.',
  },
] as const satisfies readonly AnnotationSpec[];
