import { asService, combinationsOf } from './Combination';

/** Tags and attributes of a Network Load Balancer of the AWS Load Balancer Controller. @internal */
export const networkSettings = combinationsOf(
  {
    prefix: 'service.beta.kubernetes.io/aws-load-balancer-',
    write: asService,
    spec: ['loadBalancerClass: service.k8s.aws/nlb'],
  },
  [
    {
      what: 'a tag of AWS',
      rule: 'aws/reserved-tag',
      bad: ['additional-resource-tags: "aws:team=payments"'],
      good: ['additional-resource-tags: "team=payments"'],
    },
    {
      what: 'a tag of the controller',
      rule: 'aws/reserved-tag',
      bad: ['additional-resource-tags: "elbv2.k8s.aws/cluster=other"'],
      good: ['additional-resource-tags: "team=payments"'],
    },
    {
      what: 'a tag twice',
      rule: 'annotation/pair-twice',
      bad: ['additional-resource-tags: "team=a,team=b"'],
      good: ['additional-resource-tags: "team=a"'],
    },
    {
      what: 'tags that are no pairs',
      rule: 'annotation/value',
      bad: ['additional-resource-tags: "team"'],
      good: ['additional-resource-tags: "team=payments"'],
    },
    {
      what: 'a reservation by another word',
      rule: 'controller/refused',
      bad: ['minimum-load-balancer-capacity: "Units=3"'],
      good: ['minimum-load-balancer-capacity: "CapacityUnits=3"'],
    },
    {
      what: 'a reservation that is no number',
      rule: 'annotation/attribute',
      bad: ['minimum-load-balancer-capacity: "CapacityUnits=many"'],
      good: ['minimum-load-balancer-capacity: "CapacityUnits=3"'],
    },
    {
      what: 'a mistyped key',
      rule: 'annotation/unknown',
      bad: ['shceme: "internal"'],
      good: ['scheme: "internal"'],
    },
    {
      what: 'a note of the controller',
      rule: 'annotation/controller-owned',
      bad: ['elbv2.k8s.aws/checkpoint: "0a1b"'],
    },
    {
      what: 'an attribute for DNS that AWS does not know',
      rule: 'annotation/attribute',
      bad: ['attributes: "dns_record.client_routing_policy=any"'],
      good: [
        'attributes: "dns_record.client_routing_policy=any_availability_zone"',
      ],
    },
    {
      what: 'more secondary addresses than there may be',
      rule: 'annotation/attribute',
      bad: ['attributes: "secondary_ips.auto_assigned.per_subnet=9"'],
      good: ['attributes: "secondary_ips.auto_assigned.per_subnet=7"'],
    },
    {
      what: 'a switch among the attributes that is none',
      rule: 'annotation/attribute',
      bad: ['attributes: "deletion_protection.enabled=yes"'],
      good: ['attributes: "deletion_protection.enabled=true"'],
    },
    {
      what: 'an attribute that is none',
      rule: 'annotation/attribute',
      bad: ['attributes: "load_balancing.crosszone.enabled=true"'],
      good: ['attributes: "load_balancing.cross_zone.enabled=true"'],
    },
    {
      what: 'an attribute of Application Load Balancers',
      rule: 'annotation/attribute',
      bad: ['attributes: "idle_timeout.timeout_seconds=60"'],
    },
    {
      what: 'cross-zone balancing said twice',
      rule: 'aws/attribute-twice',
      both: ['attributes: "load_balancing.cross_zone.enabled=true"'],
      bad: ['cross-zone-load-balancing-enabled: "false"'],
    },
    {
      what: 'access logs said twice',
      rule: 'aws/attribute-twice',
      both: [
        'attributes: "access_logs.s3.enabled=true,access_logs.s3.bucket=logs"',
      ],
      bad: ['access-log-enabled: "true"', 'access-log-s3-bucket-name: "other"'],
    },
    {
      what: 'access logs without a bucket',
      rule: 'aws/access-log-bucket',
      bad: ['attributes: "access_logs.s3.enabled=true"'],
      good: [
        'attributes: "access_logs.s3.enabled=true,access_logs.s3.bucket=logs"',
      ],
    },
    {
      what: 'a bucket for logs that are not on',
      rule: 'annotation/needs',
      bad: ['access-log-s3-bucket-name: "logs"'],
    },
    {
      what: 'a bucket for logs that are off',
      rule: 'annotation/no-effect',
      both: ['access-log-s3-bucket-name: "logs"'],
      bad: ['access-log-enabled: "false"'],
      good: ['access-log-enabled: "true"'],
    },
    {
      what: 'cross-zone balancing switched off',
      rule: 'aws/cross-zone-off',
      bad: ['attributes: "load_balancing.cross_zone.enabled=false"'],
    },
  ],
);
