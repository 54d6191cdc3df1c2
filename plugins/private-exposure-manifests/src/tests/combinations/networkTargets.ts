import { asService, combinationsOf } from './Combination';

const NLB = 'loadBalancerClass: service.k8s.aws/nlb';
const UDP = [NLB, 'ports: [{name: dns, port: 53, protocol: UDP}]'];
const IP = 'nlb-target-type: "ip"';
const INSTANCE = 'nlb-target-type: "instance"';
const CERTIFICATE =
  'ssl-cert: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"';
const STICKY =
  'target-group-attributes: "stickiness.enabled=true,stickiness.type=source_ip"';

/** Where a Network Load Balancer of the AWS Load Balancer Controller sends traffic. @internal */
export const networkTargets = combinationsOf(
  {
    prefix: 'service.beta.kubernetes.io/aws-load-balancer-',
    write: asService,
    spec: [NLB],
  },
  [
    {
      what: 'nodes as targets without node ports',
      rule: 'controller/refused',
      spec: [NLB, 'allocateLoadBalancerNodePorts: false'],
      bad: [INSTANCE],
      good: [IP],
    },
    {
      what: 'nodes as targets by default without node ports',
      rule: 'controller/refused',
      badSpec: ['allocateLoadBalancerNodePorts: false'],
    },
    {
      what: 'a target type that is none',
      rule: 'annotation/value',
      bad: ['nlb-target-type: "pod"'],
      good: [IP],
    },
    {
      what: 'labels of nodes where pods are targets',
      rule: 'annotation/no-effect',
      both: ['target-node-labels: "ingress=true"'],
      bad: [IP],
      good: [INSTANCE],
    },
    {
      what: 'hidden client addresses for UDP',
      rule: 'aws/client-ip-of-udp',
      spec: UDP,
      bad: ['target-group-attributes: "preserve_client_ip.enabled=false"'],
      good: ['target-group-attributes: "preserve_client_ip.enabled=true"'],
    },
    {
      what: 'hidden client addresses for one UDP port',
      rule: 'aws/client-ip-of-udp',
      spec: UDP,
      bad: ['target-group-attributes.53: "preserve_client_ip.enabled=false"'],
    },
    {
      what: 'hidden client addresses for TCP and UDP in one listener',
      rule: 'aws/client-ip-of-udp',
      spec: [
        NLB,
        'ports: [{name: tcp, port: 53}, {name: udp, port: 53, protocol: UDP}]',
      ],
      both: ['enable-tcp-udp-listener: "true"'],
      bad: ['target-group-attributes: "preserve_client_ip.enabled=false"'],
    },
    {
      what: 'sticky sessions behind TLS',
      rule: 'aws/sticky-tls',
      both: [STICKY],
      bad: [CERTIFICATE],
    },
    {
      what: 'sticky sessions by cookie',
      rule: 'annotation/attribute',
      bad: ['target-group-attributes: "stickiness.type=lb_cookie"'],
      good: ['target-group-attributes: "stickiness.type=source_ip"'],
    },
    {
      what: 'a delay beyond an hour',
      rule: 'annotation/attribute',
      bad: [
        'target-group-attributes: "deregistration_delay.timeout_seconds=7200"',
      ],
      good: [
        'target-group-attributes: "deregistration_delay.timeout_seconds=3600"',
      ],
    },
    {
      what: 'a switch of a target group that is none',
      rule: 'annotation/attribute',
      bad: [
        'target-group-attributes: "deregistration_delay.connection_termination.enabled=on"',
      ],
      good: [
        'target-group-attributes: "deregistration_delay.connection_termination.enabled=true"',
      ],
    },
    {
      what: 'an attribute of a target group that is none',
      rule: 'annotation/attribute',
      bad: ['target-group-attributes: "preserve_clientip.enabled=true"'],
      good: ['target-group-attributes: "preserve_client_ip.enabled=true"'],
    },
    {
      what: 'attributes that are no pairs',
      rule: 'annotation/value',
      bad: ['target-group-attributes: "preserve_client_ip.enabled"'],
    },
    {
      what: 'attributes of a port that is not there',
      rule: 'annotation/port-unknown',
      bad: [
        'target-group-attributes.80: "deregistration_delay.timeout_seconds=30"',
      ],
      good: [
        'target-group-attributes.443: "deregistration_delay.timeout_seconds=30"',
      ],
    },
    {
      what: 'the PROXY protocol by another word',
      rule: 'aws/proxy-protocol-value',
      bad: ['proxy-protocol: "true"'],
      good: ['proxy-protocol: "*"'],
    },
    {
      what: 'the PROXY protocol for all and for some',
      rule: 'aws/proxy-protocol-twice',
      both: ['proxy-protocol: "*"'],
      bad: ['proxy-protocol-per-target-group: "443"'],
    },
    {
      what: 'the PROXY protocol on and off',
      rule: 'aws/proxy-protocol-twice',
      both: ['proxy-protocol: "*"'],
      bad: ['target-group-attributes: "proxy_protocol_v2.enabled=false"'],
      good: ['target-group-attributes: "proxy_protocol_v2.enabled=true"'],
    },
    {
      what: 'the PROXY protocol on and off for one port',
      rule: 'aws/proxy-protocol-twice',
      both: ['proxy-protocol: "*"'],
      bad: ['target-group-attributes.443: "proxy_protocol_v2.enabled=false"'],
    },
    {
      what: 'the PROXY protocol for one port and for all',
      rule: 'aws/proxy-protocol-twice',
      both: ['proxy-protocol-per-target-group: "443"'],
      bad: ['target-group-attributes: "proxy_protocol_v2.enabled=true"'],
    },
    {
      what: 'the PROXY protocol for a port by its name',
      rule: 'controller/refused',
      bad: ['proxy-protocol-per-target-group: "https"'],
      good: ['proxy-protocol-per-target-group: "443"'],
    },
    {
      what: 'the PROXY protocol for a port that is not there',
      rule: 'annotation/port-unknown',
      bad: ['proxy-protocol-per-target-group: "8080"'],
      good: ['proxy-protocol-per-target-group: "443"'],
    },
    {
      what: 'a health check by another protocol',
      rule: 'annotation/value',
      bad: ['healthcheck-protocol: "grpc"'],
      good: ['healthcheck-protocol: "HTTP"'],
    },
    {
      what: 'a path for a health check by TCP',
      rule: 'annotation/no-effect',
      both: ['healthcheck-path: "/healthz"'],
      bad: ['healthcheck-protocol: "tcp"'],
      good: ['healthcheck-protocol: "http"'],
    },
    {
      what: 'a path for a health check that says no protocol',
      rule: 'annotation/needs',
      both: ['healthcheck-path: "/healthz"'],
      good: ['healthcheck-protocol: "http"'],
    },
    {
      what: 'codes for a health check by TCP',
      rule: 'annotation/no-effect',
      both: ['healthcheck-success-codes: "200"'],
      bad: ['healthcheck-protocol: "tcp"'],
      good: ['healthcheck-protocol: "http"'],
    },
    {
      what: 'codes that are none',
      rule: 'aws/success-codes',
      both: ['healthcheck-protocol: "http"'],
      bad: ['healthcheck-success-codes: "ok"'],
      good: ['healthcheck-success-codes: "200-399"'],
    },
    {
      what: 'a port for the health check that is not there',
      rule: 'controller/refused',
      bad: ['healthcheck-port: "health"'],
      good: ['healthcheck-port: "traffic-port"'],
    },
    {
      what: 'a named port for the health check of pods',
      rule: 'controller/refused',
      spec: [NLB, 'ports: [{name: https, port: 443, targetPort: web}]'],
      both: ['healthcheck-port: "https"'],
      bad: [IP],
      good: [INSTANCE],
    },
    {
      what: 'a threshold beyond ten',
      rule: 'annotation/value',
      bad: ['healthcheck-healthy-threshold: "11"'],
      good: ['healthcheck-healthy-threshold: "10"'],
    },
    {
      what: 'a threshold below two',
      rule: 'annotation/value',
      bad: ['healthcheck-unhealthy-threshold: "1"'],
      good: ['healthcheck-unhealthy-threshold: "2"'],
    },
    {
      what: 'an interval out of range',
      rule: 'annotation/value',
      both: ['healthcheck-timeout: "5"'],
      bad: ['healthcheck-interval: "301"'],
      good: ['healthcheck-interval: "300"'],
    },
    {
      what: 'a timeout longer than the interval',
      rule: 'aws/health-check-timeout',
      both: ['healthcheck-timeout: "20"'],
      bad: ['healthcheck-interval: "10"'],
      good: ['healthcheck-interval: "20"'],
    },
    {
      what: 'a timeout longer than the default interval',
      rule: 'aws/health-check-timeout',
      bad: ['healthcheck-timeout: "20"'],
      good: ['healthcheck-timeout: "5"'],
    },
    {
      what: 'an interval shorter than the default timeout',
      rule: 'aws/health-check-timeout',
      both: ['healthcheck-interval: "5"'],
      good: ['healthcheck-timeout: "5"'],
    },
    {
      what: 'a switch for several clusters that is none',
      rule: 'annotation/value',
      bad: ['multi-cluster-target-group: "yes"'],
      good: ['multi-cluster-target-group: "true"'],
    },
  ],
);
