import { asService, combinationsOf } from './Combination';

const NLB = 'loadBalancerClass: service.k8s.aws/nlb';
const UDP = [NLB, 'ports: [{name: dns, port: 53, protocol: UDP}]'];
const CERTIFICATE =
  'ssl-cert: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"';
const ACTION = 'service.beta.kubernetes.io/actions.TCP-443:';
const forward = (group: string) =>
  `${ACTION} '{"type": "forward", "forwardConfig": {"targetGroups": [${group}]}}'`;
const CANARY = forward(
  '{"serviceName": "canary", "servicePort": 443, "weight": 10}',
);

/** What a Network Load Balancer of the AWS Load Balancer Controller listens on. @internal */
export const networkListeners = combinationsOf(
  {
    prefix: 'service.beta.kubernetes.io/aws-load-balancer-',
    write: asService,
    spec: [NLB],
  },
  [
    {
      what: 'TLS at a port that is not there',
      rule: 'controller/refused',
      both: [CERTIFICATE],
      bad: ['ssl-ports: "8443"'],
      good: ['ssl-ports: "443"'],
    },
    {
      what: 'TLS at all ports, in the in-tree provider’s word',
      rule: 'controller/refused',
      both: [CERTIFICATE],
      bad: ['ssl-ports: "*"'],
    },
    {
      what: 'TLS ports without a certificate',
      rule: 'annotation/needs',
      both: ['ssl-ports: "443"'],
      good: [CERTIFICATE],
    },
    {
      what: 'ALPN without a certificate',
      rule: 'annotation/needs',
      both: ['alpn-policy: "HTTP2Preferred"'],
      good: [CERTIFICATE],
    },
    {
      what: 'ALPN by another word',
      rule: 'annotation/value',
      both: [CERTIFICATE],
      bad: ['alpn-policy: "h2"'],
      good: ['alpn-policy: "HTTP2Only"'],
    },
    {
      what: 'a TLS policy without a certificate',
      rule: 'annotation/needs',
      both: ['ssl-negotiation-policy: "ELBSecurityPolicy-TLS13-1-2-2021-06"'],
      good: [CERTIFICATE],
    },
    {
      what: 'a TLS policy that is too old',
      rule: 'aws/weak-tls-policy',
      both: [CERTIFICATE],
      bad: ['ssl-negotiation-policy: "ELBSecurityPolicy-2016-08"'],
      good: ['ssl-negotiation-policy: "ELBSecurityPolicy-TLS13-1-2-2021-06"'],
    },
    {
      what: 'a certificate that is no ARN',
      rule: 'aws/certificate-arn',
      bad: ['ssl-cert: "payments.example.com"'],
      good: [CERTIFICATE],
    },
    {
      what: 'a certificate for UDP',
      rule: 'aws/certificate-for-udp',
      spec: UDP,
      bad: [CERTIFICATE],
    },
    {
      what: 'a certificate for a named UDP port',
      rule: 'aws/certificate-for-udp',
      spec: [
        NLB,
        'ports: [{name: dns, port: 53, protocol: UDP}, {name: web, port: 443}]',
      ],
      both: [CERTIFICATE],
      bad: ['ssl-ports: "dns"'],
      good: ['ssl-ports: "web"'],
    },
    {
      what: 'TLS to targets without a certificate',
      rule: 'annotation/needs',
      both: ['backend-protocol: "ssl"'],
      good: [CERTIFICATE],
    },
    {
      what: 'a protocol to targets that is not read',
      rule: 'aws/backend-protocol',
      both: [CERTIFICATE],
      bad: ['backend-protocol: "https"'],
      good: ['backend-protocol: "ssl"'],
    },
    {
      what: 'an idle timeout out of range',
      rule: 'annotation/attribute',
      bad: ['listener-attributes.TCP-443: "tcp.idle_timeout.seconds=10"'],
      good: ['listener-attributes.TCP-443: "tcp.idle_timeout.seconds=60"'],
    },
    {
      what: 'an idle timeout of a TLS listener',
      rule: 'aws/idle-timeout-of-tls',
      both: [CERTIFICATE],
      bad: ['listener-attributes.TLS-443: "tcp.idle_timeout.seconds=100"'],
    },
    {
      what: 'attributes of a listener that is not there',
      rule: 'annotation/port-unknown',
      bad: ['listener-attributes.TCP-80: "tcp.idle_timeout.seconds=100"'],
      good: ['listener-attributes.TCP-443: "tcp.idle_timeout.seconds=100"'],
    },
    {
      what: 'attributes of a listener that speaks TLS',
      rule: 'annotation/port-unknown',
      both: ['listener-attributes.TCP-443: "tcp.idle_timeout.seconds=100"'],
      bad: [CERTIFICATE],
    },
    {
      what: 'QUIC at a TCP port',
      rule: 'controller/refused',
      bad: ['quic-enabled-ports: "443"'],
    },
    {
      what: 'QUIC at a port that is not there',
      rule: 'annotation/port-unknown',
      spec: UDP,
      bad: ['quic-enabled-ports: "443"'],
      good: ['quic-enabled-ports: "53"'],
    },
    {
      what: 'an action that is no forward',
      rule: 'controller/refused',
      bad: [`${ACTION} '{"type": "redirect"}'`],
      good: [CANARY],
    },
    {
      what: 'a target group by ARN and by Service',
      rule: 'controller/refused',
      bad: [
        forward(
          '{"serviceName": "canary", "servicePort": 443, "targetGroupARN": "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/canary/0a1b"}',
        ),
      ],
      good: [CANARY],
    },
    {
      what: 'a target group without a port',
      rule: 'controller/refused',
      bad: [forward('{"serviceName": "canary"}')],
      good: [CANARY],
    },
    {
      what: 'a weight beyond 999',
      rule: 'controller/refused',
      bad: [
        forward(
          '{"serviceName": "canary", "servicePort": 443, "weight": 1000}',
        ),
      ],
      good: [CANARY],
    },
    {
      what: 'an action for a port that is not there',
      rule: 'annotation/port-unknown',
      bad: [CANARY.replace('TCP-443', 'TCP-80')],
      good: [CANARY],
    },
    {
      what: 'an action that is no JSON',
      rule: 'annotation/value',
      bad: [`${ACTION} "canary"`],
      good: [CANARY],
    },
  ],
);
