import { asService, combinationsOf } from './Combination';
import { lbcCluster } from './clusters';

const DUALSTACK = 'ip-address-type: "dualstack"';
const IPV4 = 'ip-address-type: "ipv4"';
const SUBNETS = 'subnets: "subnet-0000000000000000a,subnet-0000000000000000b"';
const INTERNAL = 'scheme: "internal"';
const PUBLIC = 'scheme: "internet-facing"';
const EIPS = 'eip-allocations: "eipalloc-0a1b2c3d,eipalloc-4e5f6071"';
const PRIVATE = 'private-ipv4-addresses: "10.0.0.5,10.0.1.5"';
const IPV6 = 'ipv6-addresses: "2001:db8::1,2001:db8::2"';
const NAT = 'enable-prefix-for-ipv6-source-nat: "on"';
const PREFIXES = 'source-nat-ipv6-prefixes: "auto_assigned,auto_assigned"';

/** Where a Network Load Balancer of the AWS Load Balancer Controller stands, and what it is called. @internal */
export const networkAddresses = combinationsOf(
  {
    prefix: 'service.beta.kubernetes.io/aws-load-balancer-',
    write: asService,
    spec: ['loadBalancerClass: service.k8s.aws/nlb'],
  },
  [
    {
      what: 'elastic addresses, internal',
      rule: 'controller/refused',
      both: [SUBNETS],
      bad: [INTERNAL, EIPS],
      good: [PUBLIC, EIPS],
    },
    {
      what: 'elastic addresses, internal by default',
      rule: 'controller/refused',
      both: [SUBNETS],
      bad: [EIPS],
      good: [PUBLIC, EIPS],
    },
    {
      what: 'private addresses, internet-facing',
      rule: 'controller/refused',
      both: [SUBNETS],
      bad: [PUBLIC, PRIVATE],
      good: [INTERNAL, PRIVATE],
    },
    {
      what: 'elastic and private addresses',
      rule: 'annotation/excludes',
      both: [SUBNETS, PUBLIC],
      bad: [EIPS, PRIVATE],
      good: [EIPS],
    },
    {
      what: 'IPv6 addresses without dual stack',
      rule: 'controller/refused',
      both: [SUBNETS],
      bad: [IPV4, IPV6],
      good: [DUALSTACK, IPV6],
    },
    {
      what: 'an IPv6 source range without dual stack',
      rule: 'controller/refused',
      bad: [
        'service.beta.kubernetes.io/load-balancer-source-ranges: "2001:db8::/32"',
      ],
      good: [
        'service.beta.kubernetes.io/load-balancer-source-ranges: "2001:db8::/32"',
        DUALSTACK,
      ],
    },
    {
      what: 'an IPv6 source range of the spec without dual stack',
      rule: 'controller/refused',
      badSpec: ['loadBalancerSourceRanges: ["2001:db8::/32"]'],
    },
    {
      what: 'source NAT prefixes without dual stack',
      rule: 'controller/refused',
      both: [NAT],
      bad: [IPV4],
      good: [DUALSTACK],
    },
    {
      what: 'source NAT prefixes while they are off',
      rule: 'controller/refused',
      both: [DUALSTACK, SUBNETS, PREFIXES],
      bad: ['enable-prefix-for-ipv6-source-nat: "off"'],
      good: [NAT],
    },
    {
      what: 'source NAT prefixes without their switch',
      rule: 'annotation/needs',
      both: [DUALSTACK, SUBNETS, PREFIXES],
      good: [NAT],
    },
    {
      what: 'a source NAT prefix of another length',
      rule: 'controller/refused',
      both: [DUALSTACK, SUBNETS, NAT],
      bad: ['source-nat-ipv6-prefixes: "auto_assigned,2001:db8::/64"'],
      good: [PREFIXES],
    },
    {
      what: 'one source NAT prefix for two subnets',
      rule: 'controller/refused',
      both: [DUALSTACK, SUBNETS, NAT],
      bad: ['source-nat-ipv6-prefixes: "auto_assigned"'],
      good: [PREFIXES],
    },
    {
      what: 'one elastic address for two subnets',
      rule: 'controller/refused',
      both: [PUBLIC, SUBNETS],
      bad: ['eip-allocations: "eipalloc-0a1b2c3d"'],
      good: [EIPS],
    },
    {
      what: 'one private address for two subnets',
      rule: 'controller/refused',
      both: [INTERNAL, SUBNETS],
      bad: ['private-ipv4-addresses: "10.0.0.5"'],
      good: [PRIVATE],
    },
    {
      what: 'one IPv6 address for two subnets',
      rule: 'controller/refused',
      both: [DUALSTACK, SUBNETS],
      bad: ['ipv6-addresses: "2001:db8::1"'],
      good: [IPV6],
    },
    {
      what: 'a private address that is none',
      rule: 'controller/refused',
      both: [INTERNAL, SUBNETS],
      bad: ['private-ipv4-addresses: "10.0.0.5,here"'],
      good: [PRIVATE],
    },
    {
      what: 'an IPv4 address among those of IPv6',
      rule: 'controller/refused',
      both: [DUALSTACK, SUBNETS],
      bad: ['ipv6-addresses: "10.0.0.5,2001:db8::2"'],
      good: [IPV6],
    },
    {
      what: 'an IPv6 Service without dual stack',
      rule: 'controller/refused',
      badSpec: ['ipFamilyPolicy: SingleStack', 'ipFamilies: [IPv6]'],
    },
    {
      what: 'an address type in another case',
      rule: 'annotation/value',
      bad: ['ip-address-type: "DualStack"'],
      good: [DUALSTACK],
    },
    {
      what: 'a subnet twice',
      rule: 'controller/refused',
      bad: ['subnets: "subnet-0000000000000000a,subnet-0000000000000000a"'],
      good: [SUBNETS],
    },
    {
      what: 'subnets parted by spaces',
      rule: 'annotation/separator',
      bad: ['subnets: "subnet-0000000000000000a subnet-0000000000000000b"'],
      good: [SUBNETS],
    },
    {
      what: 'two subnets of one zone',
      rule: 'aws/subnets-of-cluster',
      cluster: lbcCluster,
      bad: ['subnets: "subnet-0000000000000000b,subnet-0000000000000000c"'],
      good: [SUBNETS],
    },
    {
      what: 'a subnet of another network',
      rule: 'aws/subnets-of-cluster',
      cluster: lbcCluster,
      bad: ['subnets: "subnet-0000000000000000a,subnet-0000000000000000f"'],
      good: [SUBNETS],
    },
    {
      what: 'a scheme that is none',
      rule: 'annotation/value',
      bad: ['scheme: "public"'],
      good: [PUBLIC],
    },
    {
      what: 'scheme and internal that disagree',
      rule: 'aws/scheme-disagrees',
      both: [INTERNAL],
      bad: ['internal: "false"'],
      good: ['internal: "true"'],
    },
    {
      what: 'internal that only the in-tree provider reads',
      rule: 'aws/internal-value',
      bad: ['internal: "0.0.0.0/0"'],
      good: ['internal: "true"'],
    },
    {
      what: 'an older annotation for the scheme',
      rule: 'annotation/deprecated',
      bad: ['internal: "true"'],
      good: [INTERNAL],
    },
    {
      what: 'a name of 37 characters',
      rule: 'aws/name-too-long',
      bad: ['name: "payments-production-internal-eu-west-1"'],
      good: ['name: "payments"'],
    },
    {
      what: 'a name that begins with internal-',
      rule: 'aws/load-balancer-name',
      bad: ['name: "internal-payments"'],
      good: ['name: "payments-internal"'],
    },
    {
      what: 'a name that ends with a hyphen',
      rule: 'aws/load-balancer-name',
      bad: ['name: "payments-"'],
      good: ['name: "payments"'],
    },
    {
      what: 'a name with an underscore',
      rule: 'aws/load-balancer-name',
      bad: ['name: "payments_eu"'],
      good: ['name: "payments-eu"'],
    },
    {
      what: 'a switch without quotes',
      rule: 'annotation/not-a-string',
      bad: ['internal: true'],
      good: ['internal: "true"'],
    },
  ],
);
