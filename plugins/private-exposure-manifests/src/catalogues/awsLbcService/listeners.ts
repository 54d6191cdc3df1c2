import { networkListenerAttributes } from '../attributes/listeners';
import { documentedSince } from '../documentedSince';
import { AnnotationSpec } from '../types';

/** How the load balancer listens. @internal */
export const listenerAnnotations = [
  {
    key: 'aws-load-balancer-ssl-cert',
    type: 'string-list',
    ...documentedSince('service', '2.0'),
    example:
      'arn:aws:acm:eu-central-1:111122223333:certificate/00000000-0000-0000-0000-000000000000',
    note: 'The first is the default, the others are chosen by name. Makes TLS listeners; UDP ports stay as they are.',
  },
  {
    key: 'aws-load-balancer-ssl-ports',
    type: 'string-list',
    default: 'all ports',
    needs: ['aws-load-balancer-ssl-cert'],
    ...documentedSince('service', '2.0'),
    example: '443,https',
    note: "Numbers or names of the Service's ports; any other is refused, '*' too.",
  },
  {
    key: 'aws-load-balancer-ssl-negotiation-policy',
    type: 'string',
    default: 'ELBSecurityPolicy-2016-08',
    needs: ['aws-load-balancer-ssl-cert'],
    ...documentedSince('service', '2.0'),
    example: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
    note: 'The default still offers TLS 1.0.',
  },
  {
    key: 'aws-load-balancer-backend-protocol',
    type: 'string',
    default: 'tcp',
    needs: ['aws-load-balancer-ssl-cert'],
    ...documentedSince('service', '2.0'),
    example: 'ssl',
    note: "Only 'ssl' does something: TLS to the targets of TLS listeners.",
  },
  {
    key: 'aws-load-balancer-alpn-policy',
    type: 'string',
    default: 'None',
    allowed: [
      'HTTP1Only',
      'HTTP2Only',
      'HTTP2Optional',
      'HTTP2Preferred',
      'None',
    ],
    needs: ['aws-load-balancer-ssl-cert'],
    ...documentedSince('service', '2.1'),
    example: 'HTTP2Preferred',
    note: 'For TLS listeners only.',
  },
  {
    key: 'aws-load-balancer-listener-attributes.<protocol>-<port>',
    type: 'string-map',
    attributes: networkListenerAttributes,
    since: '2.9.0',
    example: 'tcp.idle_timeout.seconds=600',
    note: 'For TCP listeners: tcp.idle_timeout.seconds, 60 to 6000, by default 350. Any other than that excludes consumers in other regions.',
    source: 'https://github.com/aws/eks-charts/pull/1165',
  },
  {
    key: 'aws-load-balancer-enable-tcp-udp-listener',
    type: 'boolean',
    default: 'false',
    ...documentedSince('service', '2.13'),
    example: 'true',
    note: 'One listener for a TCP and a UDP port of the same number. A value that is no boolean counts as missing.',
  },
  {
    key: 'aws-load-balancer-quic-enabled-ports',
    type: 'string-list',
    since: '2.15.0',
    example: '443',
    note: 'Numbers or names of UDP ports, or of TCP and UDP ports that share a listener; TCP ports are refused, unknown ones ignored.',
    source: 'https://github.com/aws/eks-charts/pull/1266',
  },
  {
    key: 'aws-load-balancer-quic-enabled-containers',
    type: 'string-list',
    placement: ['Pod'],
    isUndocumented: true,
    since: '2.15.0',
    example: 'proxy',
    note: 'Names of the containers that the webhook gives a QUIC server id, in the variable AWS_LBC_QUIC_SERVER_ID.',
    source:
      'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v2.15/guide/use_cases/quic/',
  },
  {
    key: 'actions.<protocol>-<port>',
    type: 'json',
    ...documentedSince('service', '2.16'),
    example:
      '{"type":"forward","forwardConfig":{"baseServiceWeight":90,"targetGroups":[{"serviceName":"canary","servicePort":80,"weight":10}]}}',
    note: 'Shares traffic among target groups by weights from 0 to 999. Each has exactly one of targetGroupARN and serviceName.',
  },
] as const satisfies readonly AnnotationSpec[];
