import { asIngress, combinationsOf } from './Combination';

const CERTIFICATE =
  'certificate-arn: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"';
const USE =
  'defaultBackend: {service: {name: absent, port: {name: use-annotation}}}';
const PATH =
  'rules: [{http: {paths: [{path: /api, pathType: Prefix, backend: {service: {name: payments, port: {number: 443}}}}]}}]';
const ABSENT = `actions.absent: '{"type": "fixed-response", "fixedResponseConfig": {"statusCode": "404"}}'`;

/** Which request an Application Load Balancer sends where. @internal */
export const ingressTargets = combinationsOf(
  { prefix: 'alb.ingress.kubernetes.io/', write: asIngress },
  [
    {
      what: 'a target type that is none',
      rule: 'annotation/value',
      bad: ['target-type: "pod"'],
      good: ['target-type: "ip"'],
    },
    {
      what: 'a protocol to targets that is none',
      rule: 'annotation/value',
      bad: ['backend-protocol: "TCP"'],
      good: ['backend-protocol: "HTTPS"'],
    },
    {
      what: 'a version of HTTP that is none',
      rule: 'annotation/value',
      bad: ['backend-protocol-version: "HTTP3"'],
      good: ['backend-protocol-version: "HTTP2"'],
    },
    {
      what: 'gRPC without HTTPS',
      rule: 'alb/needs-https',
      both: ['backend-protocol-version: "GRPC"'],
      bad: [`listen-ports: '[{"HTTP": 80}]'`],
      good: [CERTIFICATE],
    },
    {
      what: 'a slow start of ten seconds',
      rule: 'annotation/attribute',
      bad: ['target-group-attributes: "slow_start.duration_seconds=10"'],
      good: ['target-group-attributes: "slow_start.duration_seconds=0"'],
    },
    {
      what: 'a delay beyond an hour',
      rule: 'annotation/attribute',
      bad: [
        'target-group-attributes: "deregistration_delay.timeout_seconds=7200"',
      ],
    },
    {
      what: 'sticky sessions by address',
      rule: 'annotation/attribute',
      bad: ['target-group-attributes: "stickiness.type=source_ip"'],
      good: ['target-group-attributes: "stickiness.type=lb_cookie"'],
    },
    {
      what: 'an algorithm that is none',
      rule: 'annotation/attribute',
      bad: ['target-group-attributes: "load_balancing.algorithm.type=random"'],
      good: [
        'target-group-attributes: "load_balancing.algorithm.type=weighted_random"',
      ],
    },
    {
      what: 'labels of nodes where pods are targets',
      rule: 'annotation/no-effect',
      both: ['target-node-labels: "ingress=true"'],
      bad: ['target-type: "ip"'],
      good: ['target-type: "instance"'],
    },
    {
      what: 'a control port of nodes',
      rule: 'controller/ingress-refused',
      both: ['target-control-port.payments.443: "3000"'],
      bad: ['target-type: "instance"'],
      good: ['target-type: "ip"'],
    },
    {
      what: 'no port for the health check',
      rule: 'annotation/value',
      bad: ['healthcheck-port: ""'],
      good: ['healthcheck-port: "traffic-port"'],
    },
    {
      what: 'a health check by TCP',
      rule: 'annotation/value',
      bad: ['healthcheck-protocol: "TCP"'],
      good: ['healthcheck-protocol: "HTTP"'],
    },
    {
      what: 'an interval out of range',
      rule: 'annotation/value',
      bad: ['healthcheck-interval-seconds: "4"'],
      good: ['healthcheck-interval-seconds: "10"'],
    },
    {
      what: 'a timeout as long as the interval',
      rule: 'aws/health-check-timeout',
      both: ['healthcheck-interval-seconds: "10"'],
      bad: ['healthcheck-timeout-seconds: "10"'],
      good: ['healthcheck-timeout-seconds: "9"'],
    },
    {
      what: 'an interval as short as the default timeout',
      rule: 'aws/health-check-timeout',
      bad: ['healthcheck-interval-seconds: "5"'],
      good: ['healthcheck-interval-seconds: "6"'],
    },
    {
      what: 'a threshold of one',
      rule: 'annotation/value',
      bad: ['healthy-threshold-count: "1"'],
      good: ['healthy-threshold-count: "2"'],
    },
    {
      what: 'codes out of range',
      rule: 'aws/success-codes',
      bad: ['success-codes: "200-599"'],
      good: ['success-codes: "200-499"'],
    },
    {
      what: 'codes of HTTP for gRPC',
      rule: 'aws/success-codes',
      both: [CERTIFICATE, 'backend-protocol-version: "GRPC"'],
      bad: ['success-codes: "200"'],
      good: ['success-codes: "0-99"'],
    },
    {
      what: 'an action of another type',
      rule: 'controller/ingress-refused',
      spec: [USE],
      bad: [`actions.absent: '{"type": "stop"}'`],
      good: [ABSENT],
    },
    {
      what: 'a backend whose action is missing',
      rule: 'alb/action-missing',
      spec: [USE],
      good: [ABSENT],
    },
    {
      what: 'an action for a port of its own',
      rule: 'alb/backend-unnamed',
      bad: [
        `actions.payments: '{"type": "fixed-response", "fixedResponseConfig": {"statusCode": "404"}}'`,
      ],
    },
    {
      what: 'an action that is no JSON',
      rule: 'annotation/value',
      spec: [USE],
      bad: ['actions.absent: "stop"'],
      good: [ABSENT],
    },
    {
      what: 'a condition with values of two kinds',
      rule: 'controller/ingress-refused',
      spec: [PATH],
      bad: [
        `conditions.payments: '[{"field": "host-header", "hostHeaderConfig": {"values": ["a.example.com"], "regexValues": ["b.*"]}}]'`,
      ],
      good: [
        `conditions.payments: '[{"field": "host-header", "hostHeaderConfig": {"values": ["a.example.com"]}}]'`,
      ],
    },
    {
      what: 'a condition about a field that is none',
      rule: 'alb/condition-unknown',
      spec: [PATH],
      bad: [
        `conditions.payments: '[{"field": "hostHeader", "hostHeaderConfig": {"values": ["a.example.com"]}}]'`,
      ],
      good: [
        `conditions.payments: '[{"Field": "host-header", "HostHeaderConfig": {"Values": ["a.example.com"]}}]'`,
      ],
    },
    {
      what: 'a condition for a backend that is not there',
      rule: 'alb/backend-unnamed',
      spec: [PATH],
      bad: [
        `conditions.payment: '[{"field": "host-header", "hostHeaderConfig": {"values": ["a.example.com"]}}]'`,
      ],
      good: [
        `conditions.payments: '[{"field": "host-header", "hostHeaderConfig": {"values": ["a.example.com"]}}]'`,
      ],
    },
    {
      what: 'a transform of another type',
      rule: 'controller/ingress-refused',
      spec: [PATH],
      bad: [`transforms.payments: '[{"type": "rewrite"}]'`],
    },
    {
      what: 'regular expressions as plain paths',
      rule: 'alb/regex-paths',
      spec: [PATH],
      bad: ['use-regex-path-match: "true"'],
      good: ['use-regex-path-match: "false"'],
    },
    {
      what: 'a switch for several clusters that is none',
      rule: 'annotation/value',
      bad: ['multi-cluster-target-group: "on"'],
      good: ['multi-cluster-target-group: "true"'],
    },
  ],
);
