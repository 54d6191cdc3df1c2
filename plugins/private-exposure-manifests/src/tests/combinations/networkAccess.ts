import { asService, combinationsOf } from './Combination';

const GROUPS = 'security-groups: "sg-0123456789abcdef0"';
const NO_GROUP = 'disable-nlb-sg: "true"';
const RANGES =
  'service.beta.kubernetes.io/load-balancer-source-ranges: "10.0.0.0/8"';
const SPEC_RANGES = 'loadBalancerSourceRanges: [10.0.0.0/8]';
const PRIVATE_LINK = 'inbound-sg-rules-on-private-link-traffic:';

/** Who gets through to a Network Load Balancer of the AWS Load Balancer Controller. @internal */
export const networkAccess = combinationsOf(
  {
    prefix: 'service.beta.kubernetes.io/aws-load-balancer-',
    write: asService,
    spec: ['loadBalancerClass: service.k8s.aws/nlb'],
  },
  [
    {
      what: 'security groups named and forbidden',
      rule: 'aws/security-groups-conflict',
      both: [GROUPS],
      bad: [NO_GROUP],
    },
    {
      what: 'source ranges beside security groups',
      rule: 'annotation/excludes',
      both: [GROUPS],
      bad: [RANGES],
    },
    {
      what: 'source ranges of the spec beside security groups',
      rule: 'aws/source-ranges-unread',
      both: [GROUPS],
      badSpec: [SPEC_RANGES],
    },
    {
      what: 'source ranges in two places',
      rule: 'aws/source-ranges-unread',
      both: [RANGES],
      badSpec: [SPEC_RANGES],
    },
    {
      what: 'source ranges where targets see no client',
      rule: 'aws/source-ranges-unread',
      both: [NO_GROUP, RANGES],
      bad: ['nlb-target-type: "ip"'],
      good: ['nlb-target-type: "instance"'],
    },
    {
      what: 'a source range that is no network',
      rule: 'kubernetes/source-ranges',
      bad: [
        'service.beta.kubernetes.io/load-balancer-source-ranges: "everyone"',
      ],
      good: [RANGES],
    },
    {
      what: 'a source range of the spec that is no network',
      rule: 'kubernetes/source-ranges',
      badSpec: ['loadBalancerSourceRanges: [everyone]'],
    },
    {
      what: 'prefix lists beside security groups',
      rule: 'annotation/excludes',
      both: [GROUPS],
      bad: ['security-group-prefix-lists: "pl-0a1b2c3d4e5f60718"'],
    },
    {
      what: 'prefix lists without a security group',
      rule: 'annotation/no-effect',
      both: ['security-group-prefix-lists: "pl-0a1b2c3d4e5f60718"'],
      bad: [NO_GROUP],
    },
    {
      what: 'ICMP rules beside security groups',
      rule: 'annotation/excludes',
      both: [GROUPS],
      bad: ['enable-icmp-for-path-mtu-discovery: "on"'],
    },
    {
      what: 'ICMP rules without a security group',
      rule: 'annotation/no-effect',
      both: ['enable-icmp-for-path-mtu-discovery: "on"'],
      bad: [NO_GROUP],
    },
    {
      what: 'ICMP rules by another word',
      rule: 'annotation/value',
      bad: ['enable-icmp-for-path-mtu-discovery: "true"'],
      good: ['enable-icmp-for-path-mtu-discovery: "on"'],
    },
    {
      what: 'rules on PrivateLink traffic without a security group',
      rule: 'aws/inbound-rules-without-security-group',
      both: [`${PRIVATE_LINK} "on"`],
      bad: [NO_GROUP],
    },
    {
      what: 'rules on PrivateLink traffic by another word',
      rule: 'annotation/value',
      bad: [`${PRIVATE_LINK} "true"`],
      good: [`${PRIVATE_LINK} "on"`],
    },
    {
      what: 'rules on PrivateLink traffic without quotes',
      rule: 'annotation/not-a-string',
      bad: [`${PRIVATE_LINK} true`],
      good: [`${PRIVATE_LINK} "on"`],
    },
    {
      what: 'source ranges that judge PrivateLink traffic',
      rule: 'aws/source-ranges-on-private-link',
      both: [RANGES],
      bad: [`${PRIVATE_LINK} "on"`],
      good: [`${PRIVATE_LINK} "off"`],
    },
    {
      what: 'no security group, for good',
      rule: 'aws/without-security-group',
      bad: [NO_GROUP],
    },
    {
      what: 'a public load balancer behind PrivateLink',
      rule: 'aws/public-behind-private-link',
      both: [`${PRIVATE_LINK} "on"`],
      bad: ['scheme: "internet-facing"'],
      good: ['scheme: "internal"'],
    },
  ],
);
