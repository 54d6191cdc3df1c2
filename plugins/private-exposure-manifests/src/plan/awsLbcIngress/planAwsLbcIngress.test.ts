import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject, ManifestValue } from '../KubernetesObject';
import { ALLOCATED } from '../nameLbcResource';
import {
  awsLbcIngressDefaults,
  AwsLbcIngressFacts,
} from './AwsLbcIngressFacts';
import { planAwsLbcIngress } from './planAwsLbcIngress';
import { ApplicationLoadBalancerPlan } from './planIngressGroup';

const P = 'alb.ingress.kubernetes.io/';

function service(name: string, annotations = {}): KubernetesObject {
  return {
    kind: 'Service',
    metadata: { name, namespace: 'shop', uid: name, annotations },
    spec: {
      type: 'NodePort',
      ports: [{ name: 'http', port: 80, targetPort: 8080, nodePort: 30080 }],
    },
  };
}

const path = (
  to: string,
  name: string,
  port: ManifestValue = { number: 80 },
) => ({
  path: to,
  pathType: 'Prefix',
  backend: { service: { name, port } },
});

function ingress(
  annotations: Record<string, string>,
  paths: ManifestValue[] = [path('/', 'payments')],
  name = 'payments',
): KubernetesObject {
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
      rules: [{ host: 'pay.example.com', http: { paths } }],
    },
  };
}

const facts: AwsLbcIngressFacts = {
  ...awsLbcIngressDefaults,
  clusterName: 'platform',
  backendSecurityGroup: 'sg-backend',
  services: [service('payments'), service('refunds')],
  subnets: [
    { id: 'subnet-b', name: 'b', zone: 'eu-central-1b' },
    { id: 'subnet-a', name: 'a', zone: 'eu-central-1a' },
    { id: 'subnet-c', name: 'c', zone: 'eu-central-1a' },
    { id: 'subnet-l', name: 'l', zone: 'eu-central-1-ham-1a' },
  ],
};

function plan(
  object: KubernetesObject,
  more: Partial<AwsLbcIngressFacts> = {},
): ApplicationLoadBalancerPlan {
  const planned = planAwsLbcIngress(object, { ...facts, ...more });
  if (!planned.reconciled) throw new Error('The controller left it alone');
  return planned;
}

const refusalOf = (
  object: KubernetesObject,
  more: Partial<AwsLbcIngressFacts> = {},
): string => {
  try {
    plan(object, more);
  } catch (error) {
    if (error instanceof ControllerRefusal) return error.message;
    throw error;
  }
  throw new Error('The controller accepted it');
};

const TLS = { 'certificate-arn': 'arn:aws:acm:eu-central-1:1:certificate/1' };

describe('planAwsLbcIngress', () => {
  it('leaves the Ingress of another class alone', () => {
    const nginx = {
      kind: 'IngressClass',
      metadata: { name: 'alb' },
      spec: { controller: 'k8s.io/ingress-nginx' },
    };
    expect(
      planAwsLbcIngress(ingress({}), { ...facts, ingressClasses: [nginx] }),
    ).toEqual({ reconciled: false });
  });

  it('puts the rules of a group in the order of its members, on one load balancer', () => {
    const first = ingress(
      { 'group.name': 'pay', 'group.order': '-5' },
      [path('/refunds', 'refunds')],
      'refunds',
    );
    const stranger = ingress({ 'group.name': 'other' }, [], 'stranger');
    const planned = plan(ingress({ 'group.name': 'pay' }), {
      otherIngresses: [stranger, first],
    });
    expect(planned.members).toEqual(['shop/refunds', 'shop/payments']);
    expect(planned.loadBalancerName).toMatch(/^k8s-pay-[0-9a-f]{10}$/);
    expect(
      planned.listenerRules.map(({ actions: [action] }) => action),
    ).toEqual([
      {
        type: 'forward',
        targetGroups: [{ targetGroup: '<tg:shop/refunds-refunds:80>' }],
      },
      {
        type: 'forward',
        targetGroups: [{ targetGroup: '<tg:shop/payments-payments:80>' }],
      },
    ]);
  });

  it('stops the whole group for what one member says otherwise', () => {
    const other = ingress(
      { 'group.name': 'pay', scheme: 'internet-facing' },
      [],
      'other',
    );
    expect(
      refusalOf(ingress({ 'group.name': 'pay', scheme: 'internal' }), {
        otherIngresses: [other],
      }),
    ).toBe('conflicting scheme: map[internal:{} internet-facing:{}]');
  });

  it('redirects HTTP for the group, and keeps rules for HTTPS alone', () => {
    const { listeners, listenerRules } = plan(
      ingress({
        ...TLS,
        'listen-ports': '[{"HTTP": 80}, {"HTTPS": 443}]',
        'ssl-redirect': '443',
      }),
    );
    expect(listeners[0].defaultActions).toEqual([
      {
        type: 'redirect',
        redirectConfig: {
          port: '443',
          protocol: 'HTTPS',
          statusCode: 'HTTP_301',
        },
      },
    ]);
    expect(listenerRules.map(({ listenerPort }) => listenerPort)).toEqual([
      443,
    ]);
  });

  it('lets people sign in on HTTPS alone', () => {
    const { listenerRules } = plan(
      ingress({
        ...TLS,
        'listen-ports': '[{"HTTP": 80}, {"HTTPS": 443}]',
        'auth-type': 'oidc',
        'auth-idp-oidc': '{"Issuer": "https://id", "secretName": "client"}',
      }),
    );
    expect(
      listenerRules.map(({ listenerPort, actions }) => [
        listenerPort,
        ...actions.map(({ type }) => type),
      ]),
    ).toEqual([
      [80, 'forward'],
      [443, 'authenticate-oidc', 'forward'],
    ]);
  });

  it('refuses a secret that lacks what signing in needs', () => {
    const object = ingress({
      ...TLS,
      'auth-type': 'oidc',
      'auth-idp-oidc': '{"secretName": "client"}',
    });
    const secretKeys = { 'shop/client': ['clientID'] };
    expect(refusalOf(object, { secretKeys })).toBe(
      'ingress: shop/payments: missing clientSecret, secret: shop/client',
    );
    expect(refusalOf(object, { secretKeys: {} })).toBe(
      'ingress: shop/payments: secrets "client" not found',
    );
  });

  it("lets a Service's own annotations win over the Ingress's", () => {
    const { targetGroups } = plan(
      ingress({ 'target-type': 'instance', 'healthcheck-path': '/up' }),
      { services: [service('payments', { [`${P}target-type`]: 'ip' })] },
    );
    expect(targetGroups[0]).toMatchObject({
      targetType: 'ip',
      port: 8080,
      healthCheck: { path: '/up' },
    });
  });

  it('answers 503 for a Service that is known to be missing', () => {
    const { listenerRules, targetGroups } = plan(ingress({}), { services: [] });
    expect(targetGroups).toEqual([]);
    expect(listenerRules[0].actions).toEqual([
      {
        type: 'fixed-response',
        fixedResponseConfig: {
          contentType: 'text/plain',
          statusCode: '503',
          messageBody: 'Backend service does not exist',
        },
      },
    ]);
  });

  it('leaves open what only a Service would tell, where none is known', () => {
    const { targetGroups, targetGroupBindings } = plan(ingress({}), {
      services: undefined,
    });
    expect(targetGroups[0].port).toBe(ALLOCATED);
    expect(targetGroups[0].name).toBe(`k8s-shop-payments-${ALLOCATED}`);
    expect(targetGroupBindings[0].ingress).toEqual([
      { from: ['sg-backend'], ports: [{ protocol: 'TCP', port: ALLOCATED }] },
    ]);
  });

  it('refuses a port that the Service does not have, and one without node port', () => {
    expect(
      refusalOf(ingress({}, [path('/', 'payments', { name: 'https' })])),
    ).toBe(
      'ingress: shop/payments: unable to find port https on service shop/payments',
    );
    const withoutNodePort = {
      ...service('payments'),
      spec: { ports: [{ port: 80, targetPort: 80 }] },
    };
    expect(refusalOf(ingress({}), { services: [withoutNodePort] })).toBe(
      "ingress: shop/payments: TargetGroup port is empty. When using Instance targets, your service be must of type 'NodePort' or 'LoadBalancer'",
    );
  });

  it('makes one target group for a Service however many rules lead to it', () => {
    const { targetGroups, listenerRules } = plan(
      ingress({}, [path('/a', 'payments'), path('/b', 'payments')]),
    );
    expect(targetGroups).toHaveLength(1);
    expect(listenerRules).toHaveLength(2);
  });

  it('drops a redirect to itself, and what a redirect leaves nothing of', () => {
    const redirect = {
      type: 'redirect',
      redirectConfig: {
        port: '443',
        protocol: 'HTTPS',
        statusCode: 'HTTP_301',
      },
    };
    const { listenerRules } = plan(
      ingress(
        {
          ...TLS,
          'listen-ports': '[{"HTTP": 80}, {"HTTPS": 443}]',
          'actions.ssl-redirect': JSON.stringify(redirect),
        },
        [
          {
            ...path('/*', 'ssl-redirect', { name: 'use-annotation' }),
            pathType: 'ImplementationSpecific',
          },
          {
            ...path('/pay', 'payments'),
            pathType: 'ImplementationSpecific',
          },
        ],
      ),
    );
    expect(
      listenerRules.map(({ listenerPort, actions: [{ type }] }) => [
        listenerPort,
        type,
      ]),
    ).toEqual([
      [80, 'redirect'],
      [443, 'forward'],
    ]);
  });

  it('keeps what a redirect under other conditions leaves to do', () => {
    const { listenerRules } = plan(
      ingress(
        {
          'actions.old':
            '{"type":"redirect","redirectConfig":{"host":"new","statusCode":"HTTP_301"}}',
          'conditions.old':
            '[{"field":"source-ip","sourceIPConfig":{"values":["10.0.0.0/8"]}}]',
        },
        [path('/', 'old', { name: 'use-annotation' }), path('/', 'payments')],
      ),
    );
    expect(listenerRules.map(({ actions: [{ type }] }) => type)).toEqual([
      'redirect',
      'forward',
    ]);
  });

  it('has clients checked for expired certificates unless it is told not to', () => {
    const verify = '"port": 443, "mode": "verify", "trustStore": "clients"';
    const planned = (config: string) =>
      plan(ingress({ ...TLS, 'mutual-authentication': `[{${config}}]` }), {
        trustStores: { clients: 'arn:clients' },
      }).listeners[0].mutualAuthentication;
    expect(planned(verify)).toMatchObject({
      trustStoreArn: 'arn:clients',
      ignoreClientCertificateExpiry: false,
    });
    expect(
      planned(`${verify}, "ignoreClientCertificateExpiry": true`),
    ).toMatchObject({ ignoreClientCertificateExpiry: true });
  });

  it('compares exact paths first, then the longest prefix', () => {
    const { listenerRules } = plan(
      ingress({}, [
        path('/a', 'payments'),
        path('/a/long/way', 'payments'),
        { ...path('/z', 'payments'), pathType: 'Exact' },
      ]),
    );
    expect(
      listenerRules.map(
        ({ conditions }) => conditions.at(-1)?.pathPatternConfig,
      ),
    ).toEqual([
      { values: ['/z'] },
      { values: ['/a/long/way', '/a/long/way/*'] },
      { values: ['/a', '/a/*'] },
    ]);
  });
});

describe('the subnets and security groups of an Ingress', () => {
  it('takes one subnet a zone where none is named', () => {
    expect(plan(ingress({})).subnets).toEqual([
      'subnet-a',
      'subnet-b',
      'subnet-l',
    ]);
    expect(plan(ingress({}), { subnets: undefined }).subnets).toBeUndefined();
  });

  it('refuses a single subnet, but in a Local Zone', () => {
    expect(refusalOf(ingress({ subnets: 'a' }))).toBe(
      'subnets count less than minimal required count: 1 < 2',
    );
    expect(plan(ingress({ subnets: 'l' })).subnets).toEqual(['subnet-l']);
  });

  it('stays where it is while the scheme is the same', () => {
    const existing = { scheme: 'internal', subnets: ['subnet-x'] };
    const stays = { existingLoadBalancer: existing };
    expect(plan(ingress({}), stays).subnets).toEqual(['subnet-x']);
    expect(
      plan(ingress({ scheme: 'internet-facing' }), stays).subnets,
    ).toContain('subnet-a');
  });

  it('opens targets to named groups only where it is told to', () => {
    const named = { 'security-groups': 'sg-1' };
    const silent = plan(ingress(named));
    expect(silent.securityGroups).toEqual(['sg-1']);
    expect(silent.managedSecurityGroupIngress).toBeUndefined();
    expect(silent.targetGroupBindings[0].ingress).toBeUndefined();
    const managed = { ...named, 'manage-backend-security-group-rules': 'true' };
    expect(plan(ingress(managed)).securityGroups).toEqual([
      'sg-1',
      'sg-backend',
    ]);
    expect(
      refusalOf(ingress(managed), { hasBackendSecurityGroup: false }),
    ).toBe(
      'backendSG feature is required to manage worker node SG rules when frontendSG manually specified',
    );
  });

  it('takes the name of a web ACL for that of the ARN that has it, where the account is not known', () => {
    const arn =
      'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/0a1b';
    expect(
      plan(ingress({ 'wafv2-acl-arn': arn, 'wafv2-acl-name': 'shop' }))
        .wafv2WebACLARN,
    ).toBe(arn);
    expect(
      refusalOf(ingress({ 'wafv2-acl-arn': arn, 'wafv2-acl-name': 'sho' })),
    ).toBe(`conflicting WAFv2 WebACL ARNs: [${arn} sho]`);
  });

  it('refuses networks that are none', () => {
    expect(refusalOf(ingress({ 'inbound-cidrs': '10.0.0.0/33' }))).toBe(
      'ingress: shop/payments: invalid inbound-cidrs settings on Ingress: shop/payments: invalid CIDR address: 10.0.0.0/33',
    );
  });
});

describe('a Network Load Balancer in front of an Ingress', () => {
  const front = { 'enable-frontend-nlb': 'true' };

  it('takes over what it has none of its own of', () => {
    const planned = plan(
      ingress({ ...front, tags: 'team=pay', 'load-balancer-name': 'pay' }),
    );
    expect(planned.frontendNlb).toMatchObject({
      loadBalancerName: 'pay-nlb',
      scheme: 'internal',
      ipAddressType: 'ipv4',
      securityGroups: planned.securityGroups,
      subnetMappings: [
        { subnetId: 'subnet-a' },
        { subnetId: 'subnet-b' },
        { subnetId: 'subnet-l' },
      ],
      tags: { team: 'pay' },
      listeners: [
        {
          port: 80,
          protocol: 'TCP',
          targetPort: 80,
          healthCheck: { port: 'traffic-port', path: '/', intervalSeconds: 15 },
        },
      ],
    });
  });

  it('has groups and subnets of its own where they are named', () => {
    const { frontendNlb } = plan(
      ingress({
        ...front,
        'frontend-nlb-scheme': 'internet-facing',
        'frontend-nlb-security-groups': 'sg-front',
        'frontend-nlb-subnets': 'a,b',
        'frontend-nlb-eip-allocations': 'eipalloc-1,eipalloc-2',
      }),
    );
    expect(frontendNlb).toMatchObject({
      scheme: 'internet-facing',
      securityGroups: ['sg-front'],
      subnetMappings: [
        { subnetId: 'subnet-a', allocationId: 'eipalloc-1' },
        { subnetId: 'subnet-b', allocationId: 'eipalloc-2' },
      ],
    });
  });

  it('stands where its own scheme leads, whatever subnets the one behind has', () => {
    const { subnets, frontendNlb } = plan(
      ingress({ ...front, subnets: 'subnet-c,subnet-b' }),
    );
    expect(subnets).toEqual(['subnet-c', 'subnet-b']);
    expect(frontendNlb?.subnetMappings).toEqual([
      { subnetId: 'subnet-a' },
      { subnetId: 'subnet-b' },
      { subnetId: 'subnet-l' },
    ]);
  });

  it('names its target groups by the group, the port and the health check', () => {
    const nameOf = (annotations: Record<string, string>) =>
      plan(ingress({ ...front, ...annotations })).frontendNlb?.listeners[0]
        .targetGroupName;
    expect(nameOf({})).toMatch(/^k8s-shop-payments-[0-9a-f]{10}$/);
    expect(nameOf({ 'group.name': 'pay' })).toMatch(/^k8s-pay-[0-9a-f]{10}$/);
    expect(nameOf({ 'frontend-nlb-healthcheck-port': '8080' })).not.toBe(
      nameOf({}),
    );
  });

  it('is not there unless it is asked for', () => {
    expect(
      plan(ingress({ 'frontend-nlb-scheme': 'internal' })).frontendNlb,
    ).toBeUndefined();
  });

  it('leads only the mapped ports on that the Ingress listens on', () => {
    const { frontendNlb } = plan(
      ingress({
        ...front,
        'listen-ports': '[{"HTTP": 80}, {"HTTP": 8080}]',
        'frontend-nlb-listener-port-mapping': '443=8080,444=9999',
      }),
    );
    expect(
      frontendNlb?.listeners.map(({ port, targetPort }) => [port, targetPort]),
    ).toEqual([[443, 8080]]);
  });

  it('refuses members that check its health differently', () => {
    const group = { ...front, 'group.name': 'pay' };
    const checking = (seconds: string, name: string) =>
      ingress(
        { ...group, 'frontend-nlb-healthcheck-interval-seconds': seconds },
        [],
        name,
      );
    expect(
      refusalOf(checking('10', 'a'), { otherIngresses: [checking('20', 'b')] }),
    ).toBe(
      'failed to merge NLB listenPort config for port: 80: conflicting IntervalSeconds, config 2: 20, previous: 10',
    );
  });
});

describe('the certificates of an Ingress', () => {
  const https = { 'listen-ports': '[{"HTTPS": 443}]' };

  it('are looked for by host where none is named', () => {
    const certificates = [
      { arn: 'arn:wild', domainNames: ['*.example.com'] },
      { arn: 'arn:other', domainNames: ['example.org'] },
    ];
    expect(
      plan(ingress(https), { certificates }).listeners[0].certificates,
    ).toEqual(['arn:wild']);
    expect(refusalOf(ingress(https), { certificates: [] })).toBe(
      'ingress: shop/payments: no certificate found for host: pay.example.com',
    );
    expect(plan(ingress(https)).listeners[0].certificates).toBeUndefined();
  });

  it('are requested only where the controller may', () => {
    const object = ingress({ 'create-acm-cert': 'true' });
    expect(plan(object).certificateRequests).toEqual([]);
    const { certificateRequests, listeners } = plan(object, {
      featureGates: {
        ...awsLbcIngressDefaults.featureGates,
        EnableCertificateManagement: true,
      },
    });
    expect(certificateRequests).toMatchObject([
      { type: 'AMAZON_ISSUED', domainName: 'pay.example.com' },
    ]);
    expect(listeners).toMatchObject([
      {
        port: 443,
        protocol: 'HTTPS',
        certificates: [certificateRequests[0].reference],
      },
    ]);
  });
});
