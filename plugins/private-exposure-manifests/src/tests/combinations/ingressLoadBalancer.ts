import { asIngress, combinationsOf } from './Combination';
import { lbcCluster } from './clusters';

const ACL =
  'wafv2-acl-arn: "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/payments/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"';
const GROUPS = 'security-groups: "sg-0123456789abcdef0"';
const PUBLIC = 'scheme: "internet-facing"';

/** Whose an Application Load Balancer is, where it stands and who gets in. @internal */
export const ingressLoadBalancer = combinationsOf(
  { prefix: 'alb.ingress.kubernetes.io/', write: asIngress },
  [
    {
      what: 'a name of 37 characters',
      rule: 'controller/ingress-refused',
      bad: ['load-balancer-name: "payments-production-internal-eu-west-1"'],
      good: ['load-balancer-name: "payments"'],
    },
    {
      what: 'a name with an underscore',
      rule: 'aws/load-balancer-name',
      bad: ['load-balancer-name: "pay_ments"'],
      good: ['load-balancer-name: "payments"'],
    },
    {
      what: 'a name that begins with internal-',
      rule: 'aws/load-balancer-name',
      bad: ['load-balancer-name: "internal-payments"'],
    },
    {
      what: 'a group in capitals',
      rule: 'controller/ingress-refused',
      bad: ['group.name: "Payments"'],
      good: ['group.name: "payments"'],
    },
    {
      what: 'a group that begins with a hyphen',
      rule: 'controller/ingress-refused',
      bad: ['group.name: "-payments"'],
      good: ['group.name: "payments"'],
    },
    {
      what: 'a group that anybody can join',
      rule: 'alb/shared-group',
      bad: ['group.name: "payments"'],
    },
    {
      what: 'a group that the cluster does not have',
      rule: 'alb/group-of-cluster',
      cluster: lbcCluster,
      bad: ['group.name: "platform"'],
      good: ['group.name: "payments"'],
    },
    {
      what: 'an order beyond 1000',
      rule: 'annotation/value',
      bad: ['group.order: "1001"'],
      good: ['group.order: "1000"'],
    },
    {
      what: 'tags that are no pairs',
      rule: 'annotation/value',
      bad: ['tags: "team"'],
      good: ['tags: "team=payments"'],
    },
    {
      what: 'a tag of AWS',
      rule: 'aws/reserved-tag',
      bad: ['tags: "aws:team=payments"'],
      good: ['tags: "team=payments"'],
    },
    {
      what: 'an address type in another case',
      rule: 'annotation/value',
      bad: ['ip-address-type: "DualStack"'],
      good: ['ip-address-type: "dualstack"'],
    },
    {
      what: 'private IPv4 for the Internet, inside',
      rule: 'annotation/no-effect',
      both: ['ip-address-type: "dualstack-without-public-ipv4"'],
      bad: ['scheme: "internal"'],
      good: [PUBLIC],
    },
    {
      what: 'a pool of public addresses, inside',
      rule: 'annotation/no-effect',
      both: ['ipam-ipv4-pool-id: "ipam-pool-0a1b2c3d4e5f60718"'],
      bad: ['scheme: "internal"'],
      good: [PUBLIC],
    },
    {
      what: 'a pool of public addresses, inside by default',
      rule: 'annotation/no-effect',
      both: ['ipam-ipv4-pool-id: "ipam-pool-0a1b2c3d4e5f60718"'],
      good: [PUBLIC],
    },
    {
      what: 'a scheme that is none',
      rule: 'annotation/value',
      bad: ['scheme: "public"'],
      good: [PUBLIC],
    },
    {
      what: 'no subnet',
      rule: 'controller/ingress-refused',
      bad: ['subnets: ""'],
    },
    {
      what: 'one subnet',
      rule: 'alb/ingress-subnets',
      cluster: lbcCluster,
      bad: ['subnets: "subnet-0000000000000000a"'],
      good: ['subnets: "subnet-0000000000000000a,subnet-0000000000000000b"'],
    },
    {
      what: 'two subnets of one zone',
      rule: 'alb/ingress-subnets',
      cluster: lbcCluster,
      bad: ['subnets: "subnet-0000000000000000b,subnet-0000000000000000c"'],
      good: ['subnets: "subnet-0000000000000000a,subnet-0000000000000000b"'],
    },
    {
      what: 'no security group',
      rule: 'controller/ingress-refused',
      bad: ['security-groups: ""'],
      good: [GROUPS],
    },
    {
      what: 'networks beside security groups',
      rule: 'annotation/excludes',
      both: [GROUPS],
      bad: ['inbound-cidrs: "10.0.0.0/8"'],
    },
    {
      what: 'prefix lists beside security groups',
      rule: 'annotation/excludes',
      both: [GROUPS],
      bad: ['security-group-prefix-lists: "pl-0a1b2c3d4e5f60718"'],
    },
    {
      what: 'rules to targets without security groups',
      rule: 'annotation/needs',
      both: ['manage-backend-security-group-rules: "true"'],
      good: [GROUPS],
    },
    {
      what: 'a network that is none',
      rule: 'controller/ingress-refused',
      bad: ['inbound-cidrs: "everyone"'],
      good: ['inbound-cidrs: "10.0.0.0/8"'],
    },
    {
      what: 'IPv6 networks without dual stack',
      rule: 'alb/ipv6-ranges',
      both: ['inbound-cidrs: "2001:db8::/32"'],
      good: ['ip-address-type: "dualstack"'],
    },
    {
      what: 'an empty pool',
      rule: 'controller/ingress-refused',
      bad: ['customer-owned-ipv4-pool: ""'],
    },
    {
      what: 'an idle timeout out of range',
      rule: 'annotation/attribute',
      bad: ['load-balancer-attributes: "idle_timeout.timeout_seconds=4001"'],
      good: ['load-balancer-attributes: "idle_timeout.timeout_seconds=4000"'],
    },
    {
      what: 'a switch among the attributes that is none',
      rule: 'annotation/attribute',
      bad: ['load-balancer-attributes: "deletion_protection.enabled=yes"'],
      good: ['load-balancer-attributes: "deletion_protection.enabled=true"'],
    },
    {
      what: 'an attribute that is none',
      rule: 'annotation/attribute',
      bad: ['load-balancer-attributes: "idle_timeout=60"'],
      good: ['load-balancer-attributes: "idle_timeout.timeout_seconds=60"'],
    },
    {
      what: 'access logs without a bucket',
      rule: 'aws/access-log-bucket',
      bad: ['load-balancer-attributes: "access_logs.s3.enabled=true"'],
      good: [
        'load-balancer-attributes: "access_logs.s3.enabled=true,access_logs.s3.bucket=logs"',
      ],
    },
    {
      what: 'a reservation by another word',
      rule: 'controller/ingress-refused',
      bad: ['minimum-load-balancer-capacity: "Units=3"'],
      good: ['minimum-load-balancer-capacity: "CapacityUnits=3"'],
    },
    {
      what: 'a web ACL by ARN and by name',
      rule: 'annotation/excludes',
      both: [ACL],
      bad: ['wafv2-acl-name: "payments"'],
    },
    {
      what: 'a web ACL of CloudFront',
      rule: 'alb/waf-scope',
      bad: [
        'wafv2-acl-arn: "arn:aws:wafv2:us-east-1:111122223333:global/webacl/payments/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"',
      ],
      good: [ACL],
    },
    {
      what: 'a web ACL of another region',
      rule: 'alb/waf-scope',
      cluster: lbcCluster,
      bad: [
        'wafv2-acl-arn: "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/payments/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"',
      ],
      good: [ACL],
    },
    {
      what: 'a web ACL by its name in the place of its ARN',
      rule: 'alb/waf-scope',
      bad: ['wafv2-acl-arn: "payments"'],
      good: ['wafv2-acl-name: "payments"'],
    },
    {
      what: 'a web ACL of WAF Classic',
      rule: 'alb/waf-classic',
      bad: ['waf-acl-id: "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"'],
      good: ['waf-acl-id: "none"'],
    },
    {
      what: 'an older name for a web ACL',
      rule: 'annotation/deprecated',
      bad: ['web-acl-id: "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"'],
      good: [ACL],
    },
    {
      what: 'a public load balancer without a web ACL',
      rule: 'alb/public-without-waf',
      bad: [PUBLIC],
      good: [PUBLIC, ACL],
    },
    {
      what: 'protection by another word',
      rule: 'annotation/value',
      bad: ['shield-advanced-protection: "on"'],
      good: ['shield-advanced-protection: "true"'],
    },
    {
      what: 'a plan that the controller writes',
      rule: 'annotation/controller-owned',
      bad: ['dry-run-plan: "{}"'],
    },
    {
      what: 'an annotation of Services',
      rule: 'annotation/misplaced',
      bad: ['service.beta.kubernetes.io/aws-load-balancer-scheme: "internal"'],
      good: ['scheme: "internal"'],
    },
    {
      what: 'the class in an annotation',
      rule: 'kubernetes/ingress-class-annotation',
      bad: ['kubernetes.io/ingress.class: "nginx"'],
    },
  ],
);
