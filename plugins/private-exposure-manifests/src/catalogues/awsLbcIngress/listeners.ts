import { applicationListenerAttributes } from '../attributes/listeners';
import { documentedSince } from '../documentedSince';
import { AnnotationSpec } from '../types';

/** What the load balancer listens on, and with which certificates. @internal */
export const listenerAnnotations = [
  {
    key: 'listen-ports',
    type: 'json',
    default:
      '[{"HTTP": 80}], and [{"HTTPS": 443}] where certificate-arn is set',
    ...documentedSince('ingress', '2.0'),
    group: 'merged',
    example: '[{"HTTP": 80}, {"HTTPS": 443}]',
    note: 'A list of HTTP or HTTPS with its port, 1 to 65535; an empty one is refused. A port with two protocols in a group is refused.',
  },
  {
    key: 'ssl-redirect',
    type: 'integer',
    range: [1, 65535],
    isRangeOfController: true,
    ...documentedSince('ingress', '2.2'),
    group: 'exclusive',
    example: '443',
    note: 'An HTTPS port of the group. All HTTP listeners of the group redirect to it, and all their rules are left out.',
  },
  {
    key: 'certificate-arn',
    type: 'string-list',
    default: "certificates of ACM that match the Ingress's hosts",
    ...documentedSince('ingress', '2.0'),
    group: 'merged',
    example:
      'arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f',
    note: "Of the load balancer's region. The first one is the default certificate.",
  },
  {
    key: 'ssl-policy',
    type: 'string',
    default: 'ELBSecurityPolicy-2016-08',
    ...documentedSince('ingress', '2.0'),
    group: 'exclusive',
    example: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
    note: 'The default one accepts TLS 1.0.',
  },
  {
    key: 'mutual-authentication',
    type: 'json',
    default: 'off',
    since: '2.7.0',
    group: 'exclusive',
    example:
      '[{"port": 443, "mode": "verify", "trustStore": "payments-clients"}]',
    note: 'A list of port, mode (off, passthrough, verify) and, for verify alone: trustStore (name or ARN), ignoreClientCertificateExpiry, advertiseTrustStoreCaNames (on, off). HTTPS ports only.',
    source: 'https://github.com/aws/eks-charts/pull/1059',
  },
  {
    key: 'listener-attributes.<protocol>-<port>',
    type: 'string-map',
    attributes: applicationListenerAttributes,
    since: '2.10.1',
    group: 'merged',
    example: 'routing.http.response.server.enabled=false',
    note: 'An attribute with two values in a group is refused, unless an IngressClassParams sets it.',
    source: 'https://github.com/aws/eks-charts/pull/1185',
  },
  {
    key: 'create-acm-cert',
    type: 'boolean',
    default: 'false',
    isUndocumented: true,
    excludes: ['certificate-arn'],
    since: '3.3.0',
    group: 'own',
    example: 'true',
    note: "The controller requests a certificate for the Ingress's hosts, of which there has to be one. Only under its feature gate EnableCertificateManagement; certificate-arn wins without a word.",
    source: 'https://github.com/aws/eks-charts/pull/1325',
  },
  {
    key: 'acm-pca-arn',
    type: 'string',
    isUndocumented: true,
    needs: ['create-acm-cert'],
    clashes: [{ key: 'create-acm-cert', values: ['false'] }],
    since: '3.3.0',
    group: 'own',
    example:
      'arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f',
    note: 'Private authority that issues the certificate; without it, Amazon does.',
    source: 'https://github.com/aws/eks-charts/pull/1325',
  },
] as const satisfies readonly AnnotationSpec[];
