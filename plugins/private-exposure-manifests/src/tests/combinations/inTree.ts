import { asService, combinationsOf } from './Combination';
import { inTreeCluster } from './clusters';

const NLB = 'type: "nlb"';
const INTERNAL = 'internal: "true"';
const CERTIFICATE =
  'ssl-cert: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"';
const UDP = 'ports: [{port: 53, protocol: UDP}]';

/** What the in-tree AWS provider makes, or makes nothing, of a Service. @internal */
export const inTree = combinationsOf(
  {
    prefix: 'service.beta.kubernetes.io/aws-load-balancer-',
    write: asService,
    cluster: inTreeCluster,
  },
  [
    {
      what: 'more security groups at a Network Load Balancer',
      rule: 'controller/refused',
      both: ['extra-security-groups: "sg-0123456789abcdef0"'],
      bad: [NLB],
    },
    {
      what: 'security groups at a Network Load Balancer',
      rule: 'controller/refused',
      both: ['security-groups: "sg-0123456789abcdef0"'],
      bad: [NLB],
    },
    {
      what: 'target group attributes at a Classic one',
      rule: 'controller/refused',
      both: ['target-group-attributes: "preserve_client_ip.enabled=true"'],
      good: [NLB],
    },
    {
      what: 'a target group attribute that it does not know',
      rule: 'controller/refused',
      both: [NLB],
      bad: [
        'target-group-attributes: "deregistration_delay.timeout_seconds=30"',
      ],
      good: ['target-group-attributes: "preserve_client_ip.enabled=true"'],
    },
    {
      what: 'a target group attribute in another case',
      rule: 'controller/refused',
      both: [NLB],
      bad: ['target-group-attributes: "preserve_client_ip.enabled=True"'],
      good: ['target-group-attributes: "preserve_client_ip.enabled=true"'],
    },
    {
      what: 'a target group attribute twice',
      rule: 'annotation/pair-twice',
      both: [NLB],
      bad: [
        'target-group-attributes: "preserve_client_ip.enabled=true,preserve_client_ip.enabled=false"',
      ],
      good: ['target-group-attributes: "preserve_client_ip.enabled=true"'],
    },
    {
      what: 'hidden client addresses for UDP',
      rule: 'controller/refused',
      spec: [UDP],
      both: [NLB],
      bad: ['target-group-attributes: "preserve_client_ip.enabled=false"'],
      good: ['target-group-attributes: "preserve_client_ip.enabled=true"'],
    },
    {
      what: 'UDP at a Classic one',
      rule: 'controller/refused',
      spec: [UDP],
      bad: [INTERNAL],
      good: [NLB, INTERNAL],
    },
    {
      what: 'TCP and UDP at once',
      rule: 'controller/refused',
      both: [NLB],
      badSpec: [
        'ports: [{name: web, port: 443}, {name: dns, port: 53, protocol: UDP}]',
      ],
    },
    {
      what: 'https to targets without a certificate',
      rule: 'aws/backend-protocol',
      both: ['backend-protocol: "https"'],
      good: [CERTIFICATE],
    },
    {
      what: 'ssl to targets without a certificate',
      rule: 'aws/backend-protocol',
      both: ['backend-protocol: "ssl"'],
      good: [CERTIFICATE],
    },
    {
      what: 'http to targets of a Network Load Balancer',
      rule: 'aws/backend-protocol',
      both: ['backend-protocol: "http"', CERTIFICATE],
      bad: [NLB],
    },
    {
      what: 'a protocol to targets that is none',
      rule: 'annotation/value',
      bad: ['backend-protocol: "grpc"'],
      good: ['backend-protocol: "http"'],
    },
    {
      what: 'the PROXY protocol of Classic ones at a Network Load Balancer',
      rule: 'annotation/no-effect',
      both: ['proxy-protocol: "*"'],
      bad: [NLB],
    },
    {
      what: 'an idle timeout of Classic ones at a Network Load Balancer',
      rule: 'annotation/no-effect',
      both: ['connection-idle-timeout: "60"'],
      bad: [NLB],
    },
    {
      what: 'draining of Classic ones at a Network Load Balancer',
      rule: 'annotation/no-effect',
      both: ['connection-draining-enabled: "true"'],
      bad: [NLB],
    },
    {
      what: 'elastic addresses at a Classic one',
      rule: 'annotation/needs',
      both: ['eip-allocations: "eipalloc-0a1b2c3d"'],
      good: [NLB],
    },
    {
      what: 'elastic addresses, internal',
      rule: 'annotation/no-effect',
      both: [NLB, 'eip-allocations: "eipalloc-0a1b2c3d"'],
      bad: [INTERNAL],
    },
    {
      what: 'private addresses, internet-facing',
      rule: 'annotation/needs',
      both: [NLB, 'private-ipv4-addresses: "10.0.0.5"'],
      good: [INTERNAL],
    },
    {
      what: 'private addresses, said to be internet-facing',
      rule: 'annotation/no-effect',
      both: [NLB, 'private-ipv4-addresses: "10.0.0.5"'],
      bad: ['internal: "false"'],
      good: [INTERNAL],
    },
    {
      what: 'one address for two subnets',
      rule: 'aws/address-per-subnet',
      both: [NLB, 'subnets: "private-a,private-b"'],
      bad: ['eip-allocations: "eipalloc-0a1b2c3d"'],
      good: ['eip-allocations: "eipalloc-0a1b2c3d,eipalloc-4e5f6071"'],
    },
    {
      what: 'logs every ten minutes',
      rule: 'annotation/value',
      both: ['access-log-enabled: "true"', 'access-log-s3-bucket-name: "logs"'],
      bad: ['access-log-emit-interval: "10"'],
      good: ['access-log-emit-interval: "60"'],
    },
    {
      what: 'logs without a bucket',
      rule: 'annotation/needs',
      both: ['access-log-enabled: "true"'],
      good: ['access-log-s3-bucket-name: "logs"'],
    },
    {
      what: 'draining beyond an hour',
      rule: 'annotation/value',
      both: ['connection-draining-enabled: "true"'],
      bad: ['connection-draining-timeout: "4000"'],
      good: ['connection-draining-timeout: "3600"'],
    },
    {
      what: 'an idle timeout out of range',
      rule: 'annotation/value',
      bad: ['connection-idle-timeout: "4001"'],
      good: ['connection-idle-timeout: "4000"'],
    },
    {
      what: 'a health check by another protocol',
      rule: 'annotation/value',
      both: [NLB],
      bad: ['healthcheck-protocol: "grpc"'],
      good: ['healthcheck-protocol: "http"'],
    },
    {
      what: 'a path for a health check by TCP',
      rule: 'annotation/no-effect',
      both: [NLB, 'healthcheck-path: "/healthz"'],
      bad: ['healthcheck-protocol: "tcp"'],
      good: ['healthcheck-protocol: "http"'],
    },
    {
      what: 'a named port for the health check',
      rule: 'controller/refused',
      both: [NLB],
      bad: ['healthcheck-port: "health"'],
      good: ['healthcheck-port: "traffic-port"'],
    },
    {
      what: 'a timeout out of range',
      rule: 'annotation/value',
      both: [NLB, 'healthcheck-interval: "300"'],
      bad: ['healthcheck-timeout: "61"'],
      good: ['healthcheck-timeout: "10"'],
    },
    {
      what: 'a timeout longer than the interval',
      rule: 'aws/health-check-timeout',
      both: [NLB],
      bad: ['healthcheck-timeout: "31"'],
      good: ['healthcheck-timeout: "30"'],
    },
    {
      what: 'a timeout as long as a Classic one’s interval',
      rule: 'aws/health-check-timeout',
      bad: ['healthcheck-timeout: "10"'],
      good: ['healthcheck-timeout: "9"'],
    },
    {
      what: 'TLS ports without a certificate',
      rule: 'annotation/needs',
      both: ['ssl-ports: "443"'],
      good: [CERTIFICATE],
    },
    {
      what: 'TLS at a port that is not there',
      rule: 'aws/tls-port-unmatched',
      both: [CERTIFICATE],
      bad: ['ssl-ports: "8443"'],
      good: ['ssl-ports: "443"'],
    },
    {
      what: 'TLS ports with a space',
      rule: 'aws/tls-port-unmatched',
      both: [CERTIFICATE],
      bad: ['ssl-ports: "80, 443"'],
      good: ['ssl-ports: "443"'],
    },
    {
      what: 'a TLS policy that is too old',
      rule: 'aws/weak-tls-policy',
      both: [CERTIFICATE],
      bad: ['ssl-negotiation-policy: "ELBSecurityPolicy-2016-08"'],
    },
    {
      what: 'the PROXY protocol for one port',
      rule: 'aws/proxy-protocol-value',
      bad: ['proxy-protocol: "443"'],
      good: ['proxy-protocol: "*"'],
    },
    {
      what: 'internal by an old word',
      rule: 'aws/internal-value',
      bad: ['internal: "0.0.0.0/0"'],
      good: [INTERNAL],
    },
    {
      what: 'a type that is none',
      rule: 'aws/load-balancer-type',
      bad: ['type: "clb"'],
      good: [NLB],
    },
    {
      what: 'a scheme, which it does not read',
      rule: 'annotation/other-controller',
      both: [NLB],
      bad: ['scheme: "internal"'],
      good: [INTERNAL],
    },
  ],
);
