import { documentedSince } from '../documentedSince';
import { AnnotationSpec } from '../types';

/** Which request goes where, and who is let through. @internal */
export const routingAnnotations = [
  {
    key: 'actions.<name>',
    type: 'json',
    ...documentedSince('ingress', '2.0'),
    group: 'own',
    example:
      '{"type": "redirect", "redirectConfig": {"port": "443", "protocol": "HTTPS", "statusCode": "HTTP_301"}}',
    note: 'A fixed-response, redirect or forward. The backend has the same name, and the port name use-annotation; where the annotation is missing, it answers 503.',
  },
  {
    key: 'conditions.<name>',
    type: 'json',
    ...documentedSince('ingress', '2.0'),
    group: 'own',
    example:
      '[{"field": "http-header", "httpHeaderConfig": {"httpHeaderName": "x-team", "values": ["payments"]}}]',
    note: 'A list of host-header, path-pattern, http-header, http-request-method, query-string or source-ip, for the backend of the same name. The first three take values or regexValues, not both.',
  },
  {
    key: 'transforms.<name>',
    type: 'json',
    since: '2.14.1',
    group: 'own',
    example:
      '[{"type": "url-rewrite", "urlRewriteConfig": {"rewrites": [{"regex": "^/api/(.*)$", "replace": "/$1"}]}}]',
    note: 'A list of url-rewrite or host-header-rewrite, for the backend of the same name.',
    source: 'https://github.com/aws/eks-charts/pull/1261',
  },
  {
    key: 'use-regex-path-match',
    type: 'boolean',
    default: 'false',
    since: '2.14.1',
    group: 'own',
    example: 'true',
    note: "For paths of type ImplementationSpecific: they are regular expressions, without their first '/'.",
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/4459',
  },
  {
    key: 'auth-type',
    type: 'string',
    default: 'none',
    allowed: ['none', 'oidc', 'cognito'],
    placement: ['Ingress', 'Service'],
    ...documentedSince('ingress', '2.0'),
    group: 'own',
    example: 'oidc',
    note: 'On HTTPS listeners alone: requests to an HTTP listener go through without.',
  },
  {
    key: 'auth-idp-cognito',
    type: 'json',
    placement: ['Ingress', 'Service'],
    ...documentedSince('ingress', '2.0'),
    group: 'own',
    example:
      '{"userPoolARN": "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_0a1b2c3d4", "userPoolClientID": "0a1b2c3d4e5f", "userPoolDomain": "payments"}',
  },
  {
    key: 'auth-idp-oidc',
    type: 'json',
    placement: ['Ingress', 'Service'],
    ...documentedSince('ingress', '2.0'),
    group: 'own',
    example:
      '{"issuer": "https://id.example.com", "authorizationEndpoint": "https://id.example.com/authorize", "tokenEndpoint": "https://id.example.com/token", "userInfoEndpoint": "https://id.example.com/userinfo", "secretName": "oidc-client"}',
    note: 'secretName is a Secret of the same namespace with clientID and clientSecret.',
  },
  {
    key: 'auth-on-unauthenticated-request',
    type: 'string',
    default: 'authenticate',
    allowed: ['authenticate', 'allow', 'deny'],
    placement: ['Ingress', 'Service'],
    ...documentedSince('ingress', '2.0'),
    group: 'own',
    example: 'authenticate',
  },
  {
    key: 'auth-scope',
    type: 'string',
    default: 'openid',
    placement: ['Ingress', 'Service'],
    ...documentedSince('ingress', '2.0'),
    group: 'own',
    example: 'openid email',
    note: 'Parted by spaces.',
  },
  {
    key: 'auth-session-cookie',
    type: 'string',
    default: 'AWSELBAuthSessionCookie',
    placement: ['Ingress', 'Service'],
    ...documentedSince('ingress', '2.0'),
    group: 'own',
    example: 'payments-session',
  },
  {
    key: 'auth-session-timeout',
    type: 'integer',
    default: '604800',
    range: [1, 604800],
    placement: ['Ingress', 'Service'],
    ...documentedSince('ingress', '2.0'),
    group: 'own',
    example: '3600',
    note: 'Seconds.',
  },
  {
    key: 'jwt-validation',
    type: 'json',
    excludes: ['auth-type'],
    since: '2.15.0',
    group: 'own',
    example:
      '{"jwksEndpoint": "https://id.example.com/jwks.json", "issuer": "https://id.example.com"}',
    note: 'jwksEndpoint and issuer are required; each of additionalClaims has format (single-string, string-array, space-separated-values), name and values. On HTTPS listeners alone.',
    source: 'https://github.com/aws/eks-charts/pull/1266',
  },
] as const satisfies readonly AnnotationSpec[];
