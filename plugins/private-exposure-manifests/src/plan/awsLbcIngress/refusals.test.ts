import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject, ManifestValue } from '../KubernetesObject';
import { checkAdmission } from './admitIngress';
import {
  awsLbcIngressDefaults,
  AwsLbcIngressFacts,
} from './AwsLbcIngressFacts';
import { readLbcIngress } from './LbcIngress';
import { planAwsLbcIngress } from './planAwsLbcIngress';

const P = 'alb.ingress.kubernetes.io/';
const IN_RULE = 'ingress: shop/payments: ';

const facts: AwsLbcIngressFacts = {
  ...awsLbcIngressDefaults,
  clusterName: 'platform',
  services: [
    {
      kind: 'Service',
      metadata: { name: 'payments', namespace: 'shop' },
      spec: {
        ipFamilies: ['IPv6'],
        ports: [{ name: 'web', port: 80, targetPort: 'web', nodePort: 30080 }],
      },
    },
  ],
  webAcls: { known: 'arn:known' },
  trustStores: { known: 'arn:known' },
  externalManagedTags: ['owner'],
  featureGates: {
    ...awsLbcIngressDefaults.featureGates,
    EnableIPTargetType: false,
    EnableCertificateManagement: true,
  },
};

function ingress(
  annotations: Record<string, string>,
  options: {
    name?: string;
    host?: string;
    path?: string;
    pathType?: string;
    backend?: ManifestValue;
  } = {},
): KubernetesObject {
  const { name = 'payments', host = '', path = '/', pathType } = options;
  const service = { name: 'payments', port: { name: 'use-annotation' } };
  const backend = options.backend ?? { service };
  return {
    kind: 'Ingress',
    metadata: {
      name,
      namespace: 'shop',
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([key, value]) => [
          `${P}${key}`,
          value,
        ]),
      ),
    },
    spec: {
      ingressClassName: 'alb',
      rules: [{ host, http: { paths: [{ path, pathType, backend }] } }],
    },
  };
}

function refusalOf(plan: () => unknown): string | undefined {
  try {
    plan();
    return undefined;
  } catch (error) {
    if (error instanceof ControllerRefusal) return error.message;
    throw error;
  }
}

const toNode = {
  backend: { service: { name: 'payments', port: { number: 80 } } },
};
const HTTPS = { 'certificate-arn': 'arn:1' };

describe('what the controller says of an Ingress', () => {
  it.each([
    // Sources: the functions of pkg/ingress, version 3.5, that each planner names.
    ['scheme', 'private', 'unknown scheme: private'],
    ['ip-address-type', 'Dualstack', 'unknown IPAddressType: Dualstack'],
    [
      'load-balancer-name',
      'a-name-that-is-longer-than-32-letters',
      'load balancer name cannot be longer than 32 characters',
    ],
    [
      'customer-owned-ipv4-pool',
      '',
      'cannot use empty value for customer-owned-ipv4-pool annotation, ingress: shop/payments',
    ],
    [
      'security-groups',
      ' ',
      'cannot use empty value for security-groups annotation, ingress: shop/payments',
    ],
    [
      'security-groups',
      'sg-1,sg-1',
      "couldn't find all security groups: requested ids [sg-1, sg-1] but found [sg-1]",
    ],
    ['subnets', '', 'unable to resolve at least one subnet'],
    [
      'tags',
      'owner=me',
      'failed build tags for Ingress shop/payments: external managed tag key owner cannot be specified',
    ],
    [
      'listen-ports',
      '[]',
      `${IN_RULE}empty listen-ports configuration: \`[]\``,
    ],
    [
      'listen-ports',
      '[{"TCP": 80}]',
      `${IN_RULE}listen protocol must be within [HTTP, HTTPS]: TCP`,
    ],
    [
      'listen-ports',
      '[{"HTTP": 0}]',
      `${IN_RULE}listen port must be within [1, 65535]: 0`,
    ],
    [
      'listen-ports',
      "[{'HTTP': 80}]",
      `${IN_RULE}failed to parse listen-ports configuration: \`[{'HTTP': 80}]\`: invalid character '\\'' looking for beginning of object key string`,
    ],
    [
      'listen-ports',
      '[{"HTTP": "80"}]',
      `${IN_RULE}failed to parse listen-ports configuration: \`[{"HTTP": "80"}]\`: json: cannot unmarshal string into Go value of type int32`,
    ],
    ...['80.0', '8e1', '99999999999999999999'].map(port => [
      'listen-ports',
      `[{"HTTP": ${port}}]`,
      `${IN_RULE}failed to parse listen-ports configuration: \`[{"HTTP": ${port}}]\`: json: cannot unmarshal number ${port} into Go value of type int32`,
    ]),
    [
      'ssl-redirect',
      '443',
      'listener does not exist for SSLRedirect port: 443',
    ],
    [
      'ssl-redirect',
      'yes',
      `${IN_RULE}failed to parse int32 annotation, ${P}ssl-redirect: yes: strconv.ParseInt: parsing "yes": invalid syntax`,
    ],
    ['wafv2-acl-name', 'other', 'Unable to find web acl named other'],
    [
      'group.name',
      'Pay',
      "invalid ingress group: groupName must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
    ],
    [
      'group.order',
      '1001',
      'explicit Ingress group order must be within [-1000:1000], Ingress: shop/payments, order: 1001',
    ],
    [
      'minimum-load-balancer-capacity',
      'CapacityUnits=99999999999999999999',
      'invalid value to set the capacity: 99999999999999999999: strconv.ParseInt: parsing "99999999999999999999": value out of range',
    ],
    [
      'mutual-authentication',
      '[{"port": 443, "mode": "on"}]',
      `${IN_RULE}mutualAuthentication mode value must be among [off, passthrough, verify] for port 443 : on`,
    ],
    [
      'mutual-authentication',
      '[{"port": 443, "mode": "verify"}]',
      `${IN_RULE}trustStore is required when mutualAuthentication mode is verify for port 443`,
    ],
    [
      'mutual-authentication',
      '[{"port": 443, "mode": "off", "trustStore": "known"}]',
      `${IN_RULE}Mutual Authentication mode off does not support trustStore for port 443`,
    ],
    [
      'mutual-authentication',
      '[{"port": 443, "mode": "passthrough", "ignoreClientCertificateExpiry": true}]',
      `${IN_RULE}Mutual Authentication mode passthrough does not support ignoring client certificate expiry for port 443`,
    ],
    [
      'mutual-authentication',
      '[{"port": 443, "mode": "off", "advertiseTrustStoreCaNames": "on"}]',
      `${IN_RULE}Mutual Authentication mode off does not support advertiseTrustStoreCaNames for port 443`,
    ],
    [
      'mutual-authentication',
      '[{"port": 443, "mode": "verify", "trustStore": "other"}]',
      `${IN_RULE}couldn't find TrustStore with names [other]`,
    ],
    [
      'mutual-authentication',
      'null',
      `${IN_RULE}empty mutualAuthentication configuration from ingress annotation: \`null\``,
    ],
    [
      'create-acm-cert',
      'true',
      'ingress shop/payments has create-acm-cert enabled but no hostnames defined in spec.rules[].host or spec.tls[].hosts — cannot create a certificate without at least one hostname',
    ],
    ['auth-type', 'basic', `${IN_RULE}unknown authType: basic`],
    [
      'jwt-validation',
      '{"issuer": "https://id"}',
      `${IN_RULE}jwksEndpoint is a required field for jwt validation`,
    ],
    [
      'enable-frontend-nlb',
      'on',
      `failed to parse bool annotation, ${P}enable-frontend-nlb: on: strconv.ParseBool: parsing "on": invalid syntax`,
    ],
  ])('%s: %s', (name, value, message) => {
    const object = ingress({ [name]: value });
    expect(refusalOf(() => planAwsLbcIngress(object, facts))).toBe(message);
  });

  it.each([
    ['{"type": "drop"}', 'unknown action type: drop'],
    ['{"type": "redirect"}', 'missing RedirectConfig'],
    [
      '{"type": "redirect", "redirectConfig": {}}',
      'invalid RedirectConfig: statusCode is required',
    ],
    ['{"type": "fixed-response"}', 'missing FixedResponseConfig'],
    [
      '{"type": "fixed-response", "fixedResponseConfig": {"contentType": "text/plain"}}',
      'invalid FixedResponseConfig: statusCode is required',
    ],
    [
      '{"type": "forward"}',
      'missing ForwardConfig or TargetGroupARN/TargetGroupName',
    ],
    [
      '{"type": "forward", "targetGroupARN": "arn", "forwardConfig": {}}',
      'either ForwardConfig or TargetGroupARN/TargetGroupName can be specified',
    ],
    [
      '{"type": "forward", "forwardConfig": {"targetGroups": [{}]}}',
      'invalid ForwardConfig: invalid TargetGroupTuple: missing serviceName or targetGroupARN/targetGroupName',
    ],
    [
      '{"type": "forward", "forwardConfig": {"targetGroups": [{"serviceName": "a"}]}}',
      'invalid ForwardConfig: invalid TargetGroupTuple: missing servicePort',
    ],
    [
      '{"type": "forward", "forwardConfig": {"targetGroups": [{"serviceName": "a", "targetGroupName": "b"}]}}',
      'invalid ForwardConfig: invalid TargetGroupTuple: either serviceName or targetGroupARN/targetGroupName can be specified',
    ],
    [
      '{"type": "forward", "forwardConfig": {"targetGroups": [{"targetGroupARN": "a"}, {"targetGroupARN": "b"}]}}',
      'invalid ForwardConfig: weight must be set when route to multiple target groups',
    ],
    [
      '{"type": "forward", "forwardConfig": {"targetGroups": [{"serviceName": "missing", "servicePort": 80, "weight": 1}, {"targetGroupARN": "b", "weight": 1}]}}',
      'services "missing" not found',
    ],
    [
      '{"type": "forward", "forwardConfig": {"targetGroups": [{"serviceName": "payments", "servicePort": "3000000000"}]}}',
      'unable to find port 3000000000 on service shop/payments',
    ],
    [
      '{"type": "redirect", "redirectConfig": {"port": 443}}',
      `failed to parse json annotation, ${P}actions.payments: {"type": "redirect", "redirectConfig": {"port": 443}}: json: cannot unmarshal number into Go struct field RedirectActionConfig.redirectConfig.port of type string`,
    ],
    [
      '{"type": "forward", "forwardConfig": {"targetGroups": [{"serviceName": "payments", "servicePort": 80.0}]}}',
      `failed to parse json annotation, ${P}actions.payments: {"type": "forward", "forwardConfig": {"targetGroups": [{"serviceName": "payments", "servicePort": 80.0}]}}: json: cannot unmarshal number 80.0 into Go struct field TargetGroupTuple.forwardConfig.targetGroups.servicePort of type int32`,
    ],
  ])('of the action %s', (action, message) => {
    const object = ingress({ 'actions.payments': action });
    expect(refusalOf(() => planAwsLbcIngress(object, facts))).toBe(
      `${IN_RULE}${message}`,
    );
  });

  it.each([
    ['[{"field": "host-header"}]', 'missing hostHeaderConfig'],
    [
      '[{"field": "path-pattern", "pathPatternConfig": {}}]',
      'invalid pathPatternConfig: values or regexValues must be specified',
    ],
    [
      '[{"field": "source-ip", "sourceIpConfig": {"values": []}}]',
      'invalid sourceIPConfig: values cannot be empty',
    ],
    [
      '[{"field": "http-request-method", "httpRequestMethodConfig": {}}]',
      'invalid httpRequestMethodConfig: values cannot be empty',
    ],
    [
      '[{"field": "query-string", "queryStringConfig": {"values": [{"key": "a"}]}}]',
      'invalid queryStringConfig: value cannot be empty',
    ],
    [
      '[{"field": "query-string", "queryStringConfig": {}}]',
      'invalid queryStringConfig: Values cannot be empty',
    ],
  ])(
    'of the condition %s, and of an Ingress that is new',
    (conditions, why) => {
      const object = ingress({ 'conditions.payments': conditions });
      expect(refusalOf(() => planAwsLbcIngress(object, facts))).toBe(
        `${IN_RULE}${why}`,
      );
      expect(
        refusalOf(() =>
          checkAdmission(readLbcIngress(object), undefined, {
            ...facts,
            forbidsClassAnnotation: false,
            forbidsGroupNameAnnotation: false,
          }),
        ),
      ).toBe(
        `ignoring Ingress shop/payments since invalid ${P}conditions.payments annotation: ${why}`,
      );
    },
  );

  it.each([
    ['[{"type": "rename"}]', 'unknown transform type: rename'],
    ['[{"type": "url-rewrite"}]', 'missing urlRewriteConfig'],
    [
      '[{"type": "host-header-rewrite", "hostHeaderRewriteConfig": {}}]',
      'hostHeaderRewriteConfig.rewrites cannot be empty',
    ],
  ])('of the transform %s', (transforms, why) => {
    const object = ingress({ 'transforms.payments': transforms });
    expect(refusalOf(() => planAwsLbcIngress(object, facts))).toBe(
      `${IN_RULE}${why}`,
    );
  });

  it.each([
    ['target-type', 'pod', 'unknown targetType: pod'],
    [
      'target-type',
      'ip',
      'unsupported targetType: ip when EnableIPTargetType is false',
    ],
    [
      'backend-protocol',
      'TCP',
      'backend protocol must be within [HTTP, HTTPS]: TCP',
    ],
    [
      'backend-protocol-version',
      'HTTP3',
      'backend protocol version must be within [HTTP1, HTTP2, GRPC]: HTTP3',
    ],
    [
      'healthcheck-port',
      'admin',
      'failed to resolve healthCheckPort: unable to find port admin on service shop/payments',
    ],
    [
      'healthcheck-port',
      '3000000000',
      'failed to resolve healthCheckPort: unable to find port 3000000000 on service shop/payments',
    ],
    [
      'healthcheck-protocol',
      'TCP',
      'healthCheckProtocol must be within [HTTP, HTTPS]',
    ],
    [
      'target-control-port.payments.80',
      '3000',
      'target control port is not supported for instance target target group',
    ],
    ['tags', '', 'unsupported IPv6 configuration, lb not dual-stack'],
  ])('of its targets, by %s: %s', (name, value, message) => {
    const object = ingress({ [name]: value }, toNode);
    expect(refusalOf(() => planAwsLbcIngress(object, facts))).toBe(
      `${IN_RULE}${message}`,
    );
  });

  it('of a port by name where pods differ', () => {
    const object = ingress(
      { 'target-type': 'ip', 'healthcheck-port': 'web' },
      toNode,
    );
    const { featureGates } = awsLbcIngressDefaults;
    expect(
      refusalOf(() => planAwsLbcIngress(object, { ...facts, featureGates })),
    ).toBe(
      `${IN_RULE}cannot use named healthCheckPort for IP TargetType when service's targetPort is a named port`,
    );
  });

  it('of patterns that are literal here and regular expressions there', () => {
    const conditions =
      '[{"field": "path-pattern", "pathPatternConfig": {"regexValues": ["^/a$"]}}]';
    const object = ingress({ 'conditions.payments': conditions });
    expect(refusalOf(() => planAwsLbcIngress(object, facts))).toBe(
      `${IN_RULE}path condition must specify exactly one of Values and RegexValues, got both Values [/] and RegexValues [^/a$]`,
    );
  });

  it('of paths that it can’t compare', () => {
    const unknown = ingress({}, { path: '/a', pathType: 'Regex' });
    const noService = ingress({}, { backend: { resource: {} } });
    expect(refusalOf(() => planAwsLbcIngress(unknown, facts))).toBe(
      'unknown pathType for path /a',
    );
    expect(refusalOf(() => planAwsLbcIngress(noService, facts))).toBe(
      `${IN_RULE}missing required "service" field`,
    );
  });

  it.each([
    [{ 'auth-type': 'cognito' }, 'missing IDPConfigCognito'],
    [{ 'auth-type': 'oidc' }, 'missing IDPConfigOIDC'],
  ])('of %j without a provider', (annotations, message) => {
    const object = ingress({ ...annotations, ...HTTPS });
    expect(refusalOf(() => planAwsLbcIngress(object, facts))).toBe(
      `${IN_RULE}${message}`,
    );
  });
});

describe('what the controller says of a group', () => {
  const group = { 'group.name': 'pay' };

  it.each([
    [
      'load-balancer-name',
      'a',
      'b',
      'conflicting load balancer name: map[a:{} b:{}]',
    ],
    [
      'ip-address-type',
      'ipv4',
      'dualstack',
      'conflicting IPAddressType: [dualstack ipv4]',
    ],
    [
      'customer-owned-ipv4-pool',
      'b',
      'a',
      'conflicting CustomerOwnedIPv4Pool: [a b]',
    ],
    ['ipam-ipv4-pool-id', 'b', 'a', 'conflicting ipv4 ipam pools b: a'],
    [
      'security-groups',
      'a,b',
      'b,a',
      'conflicting securityGroups: [a b] | [b a]',
    ],
    ['subnets', 'a,b', 'b,c', 'conflicting subnets: [a b] | [b c]'],
    ['waf-acl-id', 'a', 'b', 'conflicting WAFClassic WebACL IDs: [a b]'],
    ['wafv2-acl-arn', 'b', 'a', 'conflicting WAFv2 WebACL ARNs: [a b]'],
    [
      'listener-attributes.HTTP-80',
      'a=1',
      'a=2',
      'conflicting listener attributes a: 1 | 2 for ingress shop/second',
    ],
    [
      'listen-ports',
      '[{"HTTP": 80}]',
      '[{"HTTPS": 80}]',
      'failed to merge listenPort config for port: 80: conflicting protocol, shop/first: HTTP | shop/second: HTTPS',
    ],
    [
      'inbound-cidrs',
      '10.0.0.0/8',
      '::/0',
      'failed to merge listenPort config for port: 80: conflicting inbound-cidrs, shop/first: [10.0.0.0/8], [] | shop/second: [], [::/0]',
    ],
    [
      'security-group-prefix-lists',
      'pl-1',
      'pl-2',
      'failed to merge listenPort config for port: 80: conflicting inbound-prefix-lists, shop/first: [pl-1] | shop/second: [pl-2]',
    ],
    [
      'enable-frontend-nlb',
      'true',
      'false',
      'conflicting enable frontend NLB values',
    ],
  ])('of %s: %s and %s', (name, first, second, message) => {
    const members = [first, second].map((value, index) =>
      ingress(
        { ...group, [name]: value },
        { name: ['first', 'second'][index] },
      ),
    );
    expect(
      refusalOf(() =>
        planAwsLbcIngress(members[0], {
          ...facts,
          otherIngresses: [members[1]],
        }),
      ),
    ).toBe(message);
  });

  it('of two backends for all that no rule fits', () => {
    const withDefault = (name: string): KubernetesObject => {
      const object = ingress(group, { name });
      const service = { name: 'payments', port: { number: 80 } };
      return {
        ...object,
        spec: { ...object.spec, defaultBackend: { service } },
      };
    };
    expect(
      refusalOf(() =>
        planAwsLbcIngress(withDefault('a'), {
          ...facts,
          otherIngresses: [withDefault('b')],
        }),
      ),
    ).toBe('multiple ingress defined default backend: [shop/a shop/b]');
  });
});

describe('what the webhook says of tags for the load balancer in front', () => {
  it.each([
    [
      'a',
      "invalid frontend NLB tags format: tag 'a' must be in 'key=value' format",
    ],
    ['=b', 'invalid frontend NLB tags format: tag key cannot be empty'],
    ['a=', 'invalid frontend NLB tags format: tag value cannot be empty'],
    ['a=1,a=2', "invalid frontend NLB tags: duplicate tag key 'a'"],
    [
      'AWS:a=1',
      "invalid frontend NLB tags: tag key 'AWS:a' is reserved (aws:* pattern)",
    ],
    [
      `${'k'.repeat(129)}=1`,
      'invalid frontend NLB tags: tag key exceeds maximum length of 128 characters',
    ],
    [
      `a=${'v'.repeat(257)}`,
      'invalid frontend NLB tags: tag value exceeds maximum length of 256 characters',
    ],
    [
      Array.from({ length: 51 }, (_, index) => `k${index}=1`).join(','),
      'invalid frontend NLB tags: number of tags (51) exceeds maximum allowed (50)',
    ],
    [' ', undefined],
    ['a=1, b=2,', undefined],
  ])('%s', (tags, message) => {
    const object = readLbcIngress(ingress({ 'frontend-nlb-tags': tags }));
    expect(
      refusalOf(() =>
        checkAdmission(object, undefined, {
          ...facts,
          forbidsClassAnnotation: false,
          forbidsGroupNameAnnotation: false,
        }),
      ),
    ).toBe(message);
  });
});
