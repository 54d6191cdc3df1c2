import { asIngress, combinationsOf } from './Combination';

const FRONT = 'enable-frontend-nlb: "true"';
const OUTSIDE = 'frontend-nlb-scheme: "internet-facing"';
const SUBNETS =
  'frontend-nlb-subnets: "subnet-0000000000000000a,subnet-0000000000000000b"';

/** The Network Load Balancer that may stand before an Ingress. @internal */
export const frontendNlb = combinationsOf(
  { prefix: 'alb.ingress.kubernetes.io/', write: asIngress },
  [
    {
      what: 'a setting for one that is not there',
      rule: 'annotation/needs',
      both: ['frontend-nlb-scheme: "internal"'],
      good: [FRONT],
    },
    {
      what: 'a setting for one that is off',
      rule: 'annotation/no-effect',
      both: ['frontend-nlb-scheme: "internal"'],
      bad: ['enable-frontend-nlb: "false"'],
      good: [FRONT],
    },
    {
      what: 'a switch that is none',
      rule: 'annotation/value',
      bad: ['enable-frontend-nlb: "on"'],
      good: [FRONT],
    },
    {
      what: 'a scheme that is none',
      rule: 'annotation/value',
      both: [FRONT],
      bad: ['frontend-nlb-scheme: "public"'],
      good: [OUTSIDE],
    },
    {
      what: 'a port that is none',
      rule: 'controller/ingress-refused',
      both: [FRONT],
      bad: ['frontend-nlb-listener-port-mapping: "http=80"'],
      good: ['frontend-nlb-listener-port-mapping: "443=80"'],
    },
    {
      what: 'a port that leads nowhere',
      rule: 'alb/frontend-port-mapping',
      both: [FRONT],
      bad: ['frontend-nlb-listener-port-mapping: "443=8443"'],
      good: ['frontend-nlb-listener-port-mapping: "443=80"'],
    },
    {
      what: 'elastic addresses, inside',
      rule: 'controller/ingress-refused',
      both: [
        FRONT,
        SUBNETS,
        'frontend-nlb-eip-allocations: "eipalloc-a,eipalloc-b"',
      ],
      good: [OUTSIDE],
    },
    {
      what: 'one elastic address for two subnets',
      rule: 'controller/ingress-refused',
      both: [FRONT, OUTSIDE, SUBNETS],
      bad: ['frontend-nlb-eip-allocations: "eipalloc-a"'],
      good: ['frontend-nlb-eip-allocations: "eipalloc-a,eipalloc-b"'],
    },
    {
      what: 'a subnet twice',
      rule: 'controller/ingress-refused',
      both: [FRONT],
      bad: [
        'frontend-nlb-subnets: "subnet-0000000000000000a,subnet-0000000000000000a"',
      ],
      good: [SUBNETS],
    },
    {
      what: 'a health check by TCP',
      rule: 'annotation/value',
      both: [FRONT],
      bad: ['frontend-nlb-healthcheck-protocol: "TCP"'],
      good: ['frontend-nlb-healthcheck-protocol: "HTTP"'],
    },
    {
      what: 'a named port for the health check',
      rule: 'controller/ingress-refused',
      both: [FRONT],
      bad: ['frontend-nlb-healthcheck-port: "health"'],
      good: ['frontend-nlb-healthcheck-port: "traffic-port"'],
    },
    {
      what: 'a timeout longer than the interval',
      rule: 'aws/health-check-timeout',
      both: [FRONT],
      bad: ['frontend-nlb-healthcheck-timeout-seconds: "16"'],
      good: ['frontend-nlb-healthcheck-timeout-seconds: "15"'],
    },
    {
      what: 'codes that are none',
      rule: 'aws/success-codes',
      both: [FRONT],
      bad: ['frontend-nlb-healthcheck-success-codes: "ok"'],
      good: ['frontend-nlb-healthcheck-success-codes: "200-404"'],
    },
    {
      what: 'a path that nothing serves',
      rule: 'alb/frontend-health-path',
      spec: [
        'rules: [{host: payments.example.com, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: payments, port: {number: 443}}}}]}}]',
      ],
      both: [FRONT],
      good: ['frontend-nlb-healthcheck-success-codes: "200-404"'],
    },
    {
      what: 'an attribute for DNS that AWS does not know',
      rule: 'annotation/attribute',
      both: [FRONT],
      bad: ['frontend-nlb-attributes: "dns_record.client_routing_policy=any"'],
      good: [
        'frontend-nlb-attributes: "dns_record.client_routing_policy=any_availability_zone"',
      ],
    },
    {
      what: 'an attribute of Application Load Balancers',
      rule: 'annotation/attribute',
      both: [FRONT],
      bad: ['frontend-nlb-attributes: "idle_timeout.timeout_seconds=60"'],
    },
    {
      what: 'a tag of AWS',
      rule: 'aws/reserved-tag',
      both: [FRONT],
      bad: ['frontend-nlb-tags: "aws:team=payments"'],
      good: ['frontend-nlb-tags: "team=payments"'],
    },
  ],
);
