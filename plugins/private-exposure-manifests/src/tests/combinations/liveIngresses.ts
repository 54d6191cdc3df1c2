import { asIngress, combinationsOf } from './Combination';

const ACL =
  'wafv2-acl-arn: "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/payments/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"';
const FRONT = 'enable-frontend-nlb: "true"';

/** What a merge can’t change at a live Application Load Balancer. @internal */
export const liveIngresses = combinationsOf(
  { prefix: 'alb.ingress.kubernetes.io/', write: asIngress },
  [
    {
      what: 'the scheme',
      rule: 'change/load-balancer-replaced',
      before: ['scheme: "internal"'],
      bad: ['scheme: "internet-facing"'],
      good: ['scheme: "internal"'],
    },
    {
      what: 'a listener',
      rule: 'change/listener-removed',
      before: [`listen-ports: '[{"HTTP": 80}, {"HTTP": 8080}]'`],
      bad: [`listen-ports: '[{"HTTP": 80}]'`],
      good: [`listen-ports: '[{"HTTP": 8080}, {"HTTP": 80}]'`],
    },
    {
      what: 'the target type',
      rule: 'change/target-type-changed',
      before: ['target-type: "instance"'],
      bad: ['target-type: "ip"'],
      good: ['target-type: "instance"'],
    },
    {
      what: 'the group',
      rule: 'change/group-changed',
      before: ['group.name: "payments"'],
      bad: ['group.name: "platform"'],
      good: ['group.name: "payments"'],
    },
    {
      what: 'the name',
      rule: 'change/fixed-setting',
      before: ['load-balancer-name: "payments"'],
      bad: ['load-balancer-name: "payments-2"'],
      good: ['load-balancer-name: "payments"'],
    },
    {
      what: 'the pool of addresses',
      rule: 'change/fixed-setting',
      before: ['customer-owned-ipv4-pool: "ipv4pool-coip-1"'],
      bad: ['customer-owned-ipv4-pool: "ipv4pool-coip-2"'],
      good: ['customer-owned-ipv4-pool: "ipv4pool-coip-1"'],
    },
    {
      what: 'an attribute, taken out',
      rule: 'change/attribute-kept',
      before: ['load-balancer-attributes: "idle_timeout.timeout_seconds=90"'],
      good: ['load-balancer-attributes: "idle_timeout.timeout_seconds=60"'],
    },
    {
      what: 'the web ACL, taken out',
      rule: 'change/waf-kept',
      before: [ACL],
      good: ['wafv2-acl-arn: "none"'],
    },
    {
      what: 'the scheme of the one in front',
      rule: 'change/frontend-nlb-changed',
      before: [FRONT],
      bad: [FRONT, 'frontend-nlb-scheme: "internet-facing"'],
      good: [FRONT],
    },
    {
      what: 'the one in front itself',
      rule: 'change/frontend-nlb-changed',
      before: [FRONT],
      good: [FRONT],
    },
    {
      what: 'target groups of several clusters',
      rule: 'change/multi-cluster-switched',
      before: [],
      bad: ['multi-cluster-target-group: "true"'],
    },
  ],
);
