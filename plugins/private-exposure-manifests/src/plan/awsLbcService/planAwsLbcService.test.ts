import fc from 'fast-check';
import { awsLbcServiceCatalogue } from '../../catalogues/awsLbcService';
import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject, ManifestValue } from '../KubernetesObject';
import { awsLbcServiceDefaults } from './AwsLbcServiceFacts';
import {
  NetworkLoadBalancerPlan,
  planAwsLbcService,
} from './planAwsLbcService';

const P = 'service.beta.kubernetes.io/';
const facts = {
  ...awsLbcServiceDefaults,
  clusterName: 'platform',
  backendSecurityGroup: 'sg-backend',
  subnets: [
    { id: 'subnet-b', name: 'b', zone: 'b', ipv4Cidrs: ['10.0.2.0/24'] },
    { id: 'subnet-a', name: 'a', zone: 'a', ipv4Cidrs: ['10.0.1.0/24'] },
    { id: 'subnet-c', name: 'c', zone: 'a', ipv4Cidrs: ['10.0.3.0/24'] },
  ],
  vpcIpv4Cidrs: ['10.0.0.0/16'],
};

function service(
  annotations: Record<string, string>,
  ports: ManifestValue[] = [
    { name: 'http', port: 80, targetPort: 8080, protocol: 'TCP' },
  ],
): KubernetesObject {
  return {
    kind: 'Service',
    metadata: {
      name: 'payments',
      namespace: 'shop',
      uid: '7ab4be33-11c2-4a7b-b655-7add8affab36',
      annotations: Object.fromEntries(
        Object.entries({
          'aws-load-balancer-nlb-target-type': 'ip',
          ...annotations,
        }).map(([name, value]) => [`${P}${name}`, value]),
      ),
    },
    spec: {
      type: 'LoadBalancer',
      loadBalancerClass: 'service.k8s.aws/nlb',
      ports,
    },
  };
}

function plan(
  annotations: Record<string, string>,
  ports?: ManifestValue[],
): NetworkLoadBalancerPlan {
  const planned = planAwsLbcService(service(annotations, ports), facts);
  if (!planned.reconciled) throw new Error('The controller left it alone');
  return planned;
}

const names = awsLbcServiceCatalogue.annotations.map(({ key }) =>
  key.replace('<protocol>-<port>', 'TCP-80').replace('<port>', '80'),
);

// Half of what a hostile or hurried person writes: examples of other keys, their pieces, and anything.
const examples = awsLbcServiceCatalogue.annotations.map(
  ({ example }) => example,
);
const values = fc.oneof(
  fc.constantFrom(...examples),
  fc.constantFrom('', ',', '=', 'a=,', '\\', '::', '10.0.1.5', 'on', '0', '{}'),
  fc.constantFrom(
    '[]',
    '{"type":"forward","forwardConfig":{"targetGroups":1}}',
  ),
  fc.string({ unit: 'binary' }),
);
const annotationMaps = fc.dictionary(
  fc.constantFrom(...names).map(name => `${P}${name}`),
  values,
);

/** What was thrown; `undefined` for nothing. */
function thrownBy(action: () => unknown): unknown {
  try {
    action();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('planAwsLbcService', () => {
  it('refuses with words of the controller, or plans; nothing else', () => {
    expect(() =>
      fc.assert(
        fc.property(
          annotationMaps,
          fc.option(fc.jsonValue()),
          fc.boolean(),
          (annotations, ports, hasClass) => {
            const object: KubernetesObject = {
              kind: 'Service',
              metadata: { name: 'n', namespace: 'ns', annotations },
              spec: {
                type: 'LoadBalancer',
                ...(hasClass
                  ? { loadBalancerClass: 'service.k8s.aws/nlb' }
                  : {}),
                ports: (ports ?? [{ port: 80 }]) as ManifestValue,
              },
            };
            const thrown = thrownBy(() => planAwsLbcService(object, facts));
            return thrown === undefined || thrown instanceof ControllerRefusal;
          },
        ),
        { numRuns: 2000 },
      ),
    ).not.toThrow();
  });

  it.each(
    awsLbcServiceCatalogue.annotations
      .filter(({ key }) => !/eip|ipv6|disable-nlb-sg|quic/.test(key))
      .map(({ key, example }) => [key, example]),
  )('accepts the example of %s', (key, example) => {
    const name = key
      .replace('<protocol>-<port>', 'TCP-80')
      .replace('<port>', '80');
    const ports = [
      { name: 'https', port: 443, targetPort: 8443, protocol: 'TCP' },
      { name: 'http', port: 80, targetPort: 8080, protocol: 'TCP' },
    ];
    const value = key.includes('private-ipv4') ? '10.0.1.5,10.0.2.5' : example;
    expect(() => plan({ [name]: value }, ports)).not.toThrow();
  });

  it('chooses one subnet a zone, by its id', () => {
    expect(plan({}).subnets).toEqual(['subnet-a', 'subnet-b']);
  });

  it('finds subnets by their names, in the order asked for', () => {
    expect(
      plan({ 'aws-load-balancer-subnets': 'b, subnet-a' }).subnets,
    ).toEqual(['subnet-b', 'subnet-a']);
  });

  it('refuses two subnets in one zone', () => {
    expect(() => plan({ 'aws-load-balancer-subnets': 'a,c' })).toThrow(
      'multiple subnets in same Availability Zone a: [subnet-a subnet-c]',
    );
  });

  it('puts each fixed address into the subnet that it lies in', () => {
    const { subnetMappings } = plan({
      'aws-load-balancer-private-ipv4-addresses': '10.0.2.5,10.0.1.5',
    });
    expect(subnetMappings).toMatchObject([
      { subnetId: 'subnet-a', privateIPv4Address: '10.0.1.5' },
      { subnetId: 'subnet-b', privateIPv4Address: '10.0.2.5' },
    ]);
  });

  const tcpAndUdp = [
    { name: 'tcp', port: 443, targetPort: 8443, protocol: 'TCP' },
    { name: 'udp', port: 443, targetPort: 8443, protocol: 'UDP' },
  ];

  it('serves TCP and UDP at one listener where that is switched on', () => {
    const planned = plan(
      { 'aws-load-balancer-enable-tcp-udp-listener': 'true' },
      tcpAndUdp,
    );
    expect(planned.listeners).toMatchObject([
      { port: 443, protocol: 'TCP_UDP' },
    ]);
    expect(planned.targetGroupBindings[0].ingress).toEqual([
      {
        from: ['sg-backend'],
        ports: [
          { protocol: 'UDP', port: 8443 },
          { protocol: 'TCP', port: 8443 },
        ],
      },
    ]);
  });

  it('loses one of two ports of a number where it is not', () => {
    const planned = plan({}, tcpAndUdp);
    expect(planned.listeners).toMatchObject([{ port: 443, protocol: 'UDP' }]);
    expect(planned.targetGroups).toMatchObject([{ protocol: 'TCP' }]);
  });

  it('upgrades UDP to QUIC, and refuses that for TCP', () => {
    const udp = [{ name: 'h3', port: 443, targetPort: 1, protocol: 'UDP' }];
    const quic = { 'aws-load-balancer-quic-enabled-ports': 'h3' };
    expect(plan(quic, udp).listeners).toMatchObject([{ protocol: 'QUIC' }]);
    expect(() =>
      plan(quic, [{ name: 'h3', port: 443, targetPort: 1, protocol: 'TCP' }]),
    ).toThrow('Unsupported QUIC upgrade for protocol TCP');
  });

  it('speaks TLS to targets only for ssl and at TLS ports', () => {
    const planned = plan(
      {
        'aws-load-balancer-ssl-cert': 'arn:1,arn:2',
        'aws-load-balancer-ssl-ports': 'https',
        'aws-load-balancer-backend-protocol': 'ssl',
        'aws-load-balancer-alpn-policy': 'HTTP2Preferred',
      },
      [
        { name: 'https', port: 443, targetPort: 8443, protocol: 'TCP' },
        { name: 'http', port: 80, targetPort: 8080, protocol: 'TCP' },
      ],
    );
    expect(planned.listeners).toMatchObject([
      {
        protocol: 'TLS',
        certificates: ['arn:1', 'arn:2'],
        alpnPolicy: ['HTTP2Preferred'],
      },
      { protocol: 'TCP', certificates: [], alpnPolicy: [] },
    ]);
    expect(planned.targetGroups.map(({ protocol }) => protocol)).toEqual([
      'TLS',
      'TCP',
    ]);
  });

  it('shares traffic by weights', () => {
    const action = {
      type: 'forward',
      forwardConfig: {
        baseServiceWeight: 90,
        targetGroups: [{ serviceName: 'canary', servicePort: 80, weight: 10 }],
      },
    };
    expect(
      plan({ 'actions.TCP-80': JSON.stringify(action) }).listeners[0]
        .defaultActions,
    ).toEqual([
      {
        type: 'forward',
        targetGroups: [
          { targetGroup: '<tg:shop/payments:80>', weight: 90 },
          { targetGroup: '<tg:shop/canary:80>', weight: 10 },
        ],
      },
    ]);
  });

  it('reads an action whatever the case of its fields, as Go does', () => {
    expect(
      plan({
        'actions.TCP-80':
          '{"Type":"forward","ForwardConfig":{"targetgroups":[{"TargetGroupArn":"arn:canary","Decrypt":true}]}}',
      }).listeners[0].defaultActions,
    ).toEqual([
      {
        type: 'forward',
        targetGroups: [
          { targetGroup: '<tg:shop/payments:80>' },
          { targetGroup: 'arn:canary', decrypt: true },
        ],
      },
    ]);
  });

  it('has the groups that are named by id before those by name, each name once', () => {
    expect(
      plan({ 'aws-load-balancer-security-groups': 'web,sg-2,web,sg-1' })
        .securityGroups,
    ).toEqual(['sg-2', 'sg-1', 'web']);
  });

  it('allows path MTU discovery from where traffic may come', () => {
    const { managedSecurityGroupIngress } = plan({
      'aws-load-balancer-enable-icmp-for-path-mtu-discovery': 'on',
      'load-balancer-source-ranges': '10.0.0.0/8',
    });
    expect(managedSecurityGroupIngress).toEqual([
      { protocol: 'tcp', fromPort: 80, toPort: 80, sources: ['10.0.0.0/8'] },
      { protocol: 'icmp', fromPort: 3, toPort: 4, sources: ['10.0.0.0/8'] },
    ]);
  });

  it('opens targets to nobody where named groups are not to be managed', () => {
    const planned = plan({ 'aws-load-balancer-security-groups': 'sg-1' });
    expect(planned.securityGroups).toEqual(['sg-1']);
    expect(planned.targetGroupBindings[0].ingress).toBeUndefined();
  });

  it('keeps a load balancer that is protected from deletion', () => {
    const object = service({
      'aws-load-balancer-attributes': 'deletion_protection.enabled=true',
    });
    expect(() =>
      planAwsLbcService(object, { ...facts, isBeingDeleted: true }),
    ).toThrow('deletion_protection is enabled, cannot delete the service');
  });
});
