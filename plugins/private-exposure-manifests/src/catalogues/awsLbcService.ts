import { AnnotationCatalogue } from './types';

/**
 * Annotations that the AWS Load Balancer Controller reads from Services.
 *
 * @public
 */
export const awsLbcServiceCatalogue = {
  id: 'aws-lbc-service',
  controller: 'AWS Load Balancer Controller',
  prefix: 'service.beta.kubernetes.io/',
  placement: ['Service'],
  source:
    'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/service/annotations.md',
  annotations: [
    {
      key: 'load-balancer-source-ranges',
      type: 'string-list',
      note: 'Ignored where security-groups is set.',
    },
    {
      key: 'aws-load-balancer-security-group-prefix-lists',
      type: 'string-list',
      note: 'Ignored where security-groups is set.',
    },
    {
      key: 'aws-load-balancer-type',
      type: 'string',
      allowed: ['external', 'nlb-ip', 'nlb'],
      note: "'external' needs a target type, else no controller takes the Service; 'nlb' is the in-tree provider's.",
    },
    {
      key: 'aws-load-balancer-nlb-target-type',
      type: 'string',
      allowed: ['instance', 'ip'],
    },
    {
      key: 'aws-load-balancer-name',
      type: 'string',
      note: 'At most 32 characters; has no effect once the load balancer is there.',
    },
    {
      key: 'aws-load-balancer-internal',
      type: 'boolean',
      default: 'false',
      deprecated: 'aws-load-balancer-scheme',
      note: "'scheme' wins where both are set.",
    },
    {
      key: 'aws-load-balancer-scheme',
      type: 'string',
      default: 'internal',
      allowed: ['internal', 'internet-facing'],
      note: 'A change on a live load balancer replaces it.',
    },
    {
      key: 'aws-load-balancer-proxy-protocol',
      type: 'string',
      allowed: ['*'],
      note: 'Targets must understand PROXY protocol v2.',
    },
    {
      key: 'aws-load-balancer-proxy-protocol-per-target-group',
      type: 'string',
    },
    {
      key: 'aws-load-balancer-ip-address-type',
      type: 'string',
      default: 'ipv4',
      allowed: ['ipv4', 'dualstack'],
    },
    {
      key: 'aws-load-balancer-access-log-enabled',
      type: 'boolean',
      default: 'false',
      deprecated: 'aws-load-balancer-attributes: access_logs.s3.enabled',
    },
    {
      key: 'aws-load-balancer-access-log-s3-bucket-name',
      type: 'string',
      deprecated: 'aws-load-balancer-attributes: access_logs.s3.bucket',
    },
    {
      key: 'aws-load-balancer-access-log-s3-bucket-prefix',
      type: 'string',
      deprecated: 'aws-load-balancer-attributes: access_logs.s3.prefix',
    },
    {
      key: 'aws-load-balancer-cross-zone-load-balancing-enabled',
      type: 'boolean',
      default: 'false',
      deprecated:
        'aws-load-balancer-attributes: load_balancing.cross_zone.enabled',
    },
    { key: 'aws-load-balancer-ssl-cert', type: 'string-list' },
    {
      key: 'aws-load-balancer-ssl-ports',
      type: 'string-list',
      note: "Numbers or names of the Service's ports; '*' is not understood.",
    },
    {
      key: 'aws-load-balancer-ssl-negotiation-policy',
      type: 'string',
      default: 'ELBSecurityPolicy-2016-08',
    },
    { key: 'aws-load-balancer-backend-protocol', type: 'string' },
    { key: 'aws-load-balancer-additional-resource-tags', type: 'string-map' },
    {
      key: 'aws-load-balancer-healthcheck-protocol',
      type: 'string',
      default: 'TCP',
      allowed: ['tcp', 'http', 'https'],
    },
    {
      key: 'aws-load-balancer-healthcheck-port',
      type: 'integer-or-name',
      default: 'traffic-port',
    },
    {
      key: 'aws-load-balancer-healthcheck-path',
      type: 'string',
      default: '/" for HTTP(S) protocols',
    },
    {
      key: 'aws-load-balancer-healthcheck-healthy-threshold',
      type: 'integer',
      default: '3',
      range: [2, 10],
    },
    {
      key: 'aws-load-balancer-healthcheck-unhealthy-threshold',
      type: 'integer',
      default: '3',
      range: [2, 10],
    },
    {
      key: 'aws-load-balancer-healthcheck-timeout',
      type: 'integer',
      default: '10',
      range: [2, 120],
    },
    {
      key: 'aws-load-balancer-healthcheck-interval',
      type: 'integer',
      default: '10',
      range: [5, 300],
    },
    {
      key: 'aws-load-balancer-healthcheck-success-codes',
      type: 'string',
      default: '200-399',
    },
    {
      key: 'aws-load-balancer-eip-allocations',
      type: 'string-list',
      note: 'Only for internet-facing load balancers, one for each subnet.',
    },
    {
      key: 'aws-load-balancer-private-ipv4-addresses',
      type: 'string-list',
      note: 'Only for internal load balancers, one for each subnet.',
    },
    {
      key: 'aws-load-balancer-ipv6-addresses',
      type: 'string-list',
      note: 'Only for dualstack, one for each subnet.',
    },
    { key: 'aws-load-balancer-target-group-attributes', type: 'string-map' },
    {
      key: 'aws-load-balancer-subnets',
      type: 'string-list',
      note: 'Ids or Name tags, each in another zone.',
    },
    {
      key: 'aws-load-balancer-alpn-policy',
      type: 'string',
      allowed: [
        'HTTP1Only',
        'HTTP2Only',
        'HTTP2Optional',
        'HTTP2Preferred',
        'None',
      ],
      note: 'For TLS listeners only.',
    },
    {
      key: 'aws-load-balancer-target-node-labels',
      type: 'string-map',
      note: 'For instance targets only.',
    },
    {
      key: 'aws-load-balancer-attributes',
      type: 'string-map',
      note: 'Removing a key does not reset it.',
    },
    {
      key: 'aws-load-balancer-security-groups',
      type: 'string-list',
      note: 'Ids or Name tags. Switches the managed group off; excludes disable-nlb-sg.',
    },
    {
      key: 'aws-load-balancer-manage-backend-security-group-rules',
      type: 'boolean',
      default: 'true',
    },
    {
      key: 'aws-load-balancer-inbound-sg-rules-on-private-link-traffic',
      type: 'string',
      allowed: ['on', 'off'],
      note: 'The load balancer must have security groups; AWS takes it as on unless set.',
    },
    {
      key: 'aws-load-balancer-listener-attributes.<protocol>-<port>',
      type: 'string-map',
    },
    {
      key: 'aws-load-balancer-multi-cluster-target-group',
      type: 'boolean',
      default: 'false',
    },
    {
      key: 'aws-load-balancer-enable-prefix-for-ipv6-source-nat',
      type: 'string',
      default: 'off',
      allowed: ['on', 'off'],
    },
    { key: 'aws-load-balancer-source-nat-ipv6-prefixes', type: 'string-list' },
    {
      key: 'aws-load-balancer-minimum-load-balancer-capacity',
      type: 'string-map',
    },
    {
      key: 'aws-load-balancer-enable-icmp-for-path-mtu-discovery',
      type: 'string',
      allowed: ['on'],
    },
    {
      key: 'aws-load-balancer-enable-tcp-udp-listener',
      type: 'boolean',
      default: 'false',
    },
    {
      key: 'aws-load-balancer-disable-nlb-sg',
      type: 'boolean',
      default: 'false',
      note: 'Excludes security-groups; a group can never be added later.',
    },
    { key: 'aws-load-balancer-quic-enabled-ports', type: 'string-list' },
    { key: 'actions.<protocol>-<port>', type: 'json' },
    {
      key: 'aws-load-balancer-target-group-attributes.<port>',
      type: 'string-map',
    },
  ],
} as const satisfies AnnotationCatalogue;
