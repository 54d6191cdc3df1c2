import { asService, combinationsOf } from './Combination';

const SUBNETS = 'subnets: "subnet-0000000000000000a,subnet-0000000000000000b"';
const DUALSTACK = 'ip-address-type: "dualstack"';
const NLB = 'loadBalancerClass: service.k8s.aws/nlb';

/** What a merge can’t change at a live Network Load Balancer. @internal */
export const liveServices = combinationsOf(
  {
    prefix: 'service.beta.kubernetes.io/aws-load-balancer-',
    write: asService,
    spec: ['loadBalancerClass: service.k8s.aws/nlb'],
  },
  [
    {
      what: 'the scheme',
      rule: 'change/load-balancer-replaced',
      before: ['scheme: "internal"'],
      bad: ['scheme: "internet-facing"'],
      good: ['scheme: "internal"'],
    },
    {
      what: 'from inside to the Internet',
      rule: 'change/made-public',
      before: ['scheme: "internal"'],
      bad: ['scheme: "internet-facing"'],
      good: ['scheme: "internal"'],
    },
    {
      what: 'the type, given',
      rule: 'change/type-changed',
      spec: ['externalTrafficPolicy: Cluster'],
      before: [],
      bad: ['type: "external"', 'nlb-target-type: "ip"'],
    },
    {
      what: 'the type, another',
      rule: 'change/load-balancer-replaced',
      spec: ['externalTrafficPolicy: Cluster'],
      before: ['type: "nlb"'],
      bad: ['type: "external"', 'nlb-target-type: "ip"'],
      good: ['type: "nlb"'],
    },
    {
      what: 'the name',
      rule: 'change/fixed-setting',
      before: ['name: "payments"'],
      bad: ['name: "payments-2"'],
      good: ['name: "payments"'],
    },
    {
      what: 'an attribute, taken out',
      rule: 'change/attribute-kept',
      before: ['attributes: "deletion_protection.enabled=true"'],
      good: ['attributes: "deletion_protection.enabled=false"'],
    },
    {
      what: 'a target group attribute, taken out',
      rule: 'change/attribute-kept',
      before: [
        'target-group-attributes: "deregistration_delay.timeout_seconds=30"',
      ],
      good: [
        'target-group-attributes: "deregistration_delay.timeout_seconds=300"',
      ],
    },
    {
      what: 'the first security group',
      rule: 'change/security-groups-fixed',
      before: ['disable-nlb-sg: "true"'],
      bad: ['security-groups: "sg-0123456789abcdef0"'],
      good: ['disable-nlb-sg: "true"'],
    },
    {
      what: 'the last security group',
      rule: 'change/security-groups-fixed',
      before: [],
      bad: ['disable-nlb-sg: "true"'],
    },
    {
      what: 'target groups of several clusters',
      rule: 'change/multi-cluster-switched',
      before: [],
      bad: ['multi-cluster-target-group: "true"'],
    },
    {
      what: 'source NAT beside UDP',
      rule: 'change/source-nat-off',
      spec: [NLB, 'ports: [{port: 53, protocol: UDP}]'],
      both: [DUALSTACK],
      before: ['enable-prefix-for-ipv6-source-nat: "on"'],
      bad: ['enable-prefix-for-ipv6-source-nat: "off"'],
      good: ['enable-prefix-for-ipv6-source-nat: "on"'],
    },
    {
      what: 'the proxy protocol, switched off',
      rule: 'change/proxy-protocol-switched',
      before: ['proxy-protocol: "*"'],
      good: ['proxy-protocol: "*"'],
    },
    {
      what: 'the proxy protocol of target groups, switched off',
      rule: 'change/proxy-protocol-switched',
      before: ['target-group-attributes: "proxy_protocol_v2.enabled=true"'],
      bad: ['target-group-attributes: "proxy_protocol_v2.enabled=false"'],
      good: ['target-group-attributes: "proxy_protocol_v2.enabled=true"'],
    },
    {
      what: 'the target type',
      rule: 'change/target-type-changed',
      before: ['nlb-target-type: "instance"'],
      bad: ['nlb-target-type: "ip"'],
      good: ['nlb-target-type: "instance"'],
    },
    {
      what: 'an Elastic IP address',
      rule: 'change/addresses-exchanged',
      both: ['scheme: "internet-facing"'],
      before: ['eip-allocations: "eipalloc-0000000000000000a"'],
      bad: ['eip-allocations: "eipalloc-0000000000000000b"'],
      good: ['eip-allocations: "eipalloc-0000000000000000a"'],
    },
    {
      what: 'a private address',
      rule: 'change/addresses-exchanged',
      before: ['private-ipv4-addresses: "10.0.1.10"'],
      bad: ['private-ipv4-addresses: "10.0.1.11"'],
      good: ['private-ipv4-addresses: "10.0.1.10"'],
    },
    {
      what: 'a subnet',
      rule: 'change/subnets-removed',
      before: [SUBNETS],
      bad: ['subnets: "subnet-0000000000000000a"'],
      good: [SUBNETS],
    },
  ],
);
