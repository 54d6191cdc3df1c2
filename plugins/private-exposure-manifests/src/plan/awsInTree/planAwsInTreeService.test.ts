import { KubernetesObject } from '../KubernetesObject';
import { planAwsInTreeService } from './planAwsInTreeService';

const service = (
  annotations: { [name: string]: string },
  spec: KubernetesObject['spec'] = {},
): KubernetesObject => ({
  kind: 'Service',
  metadata: {
    name: 'payments',
    annotations: Object.fromEntries(
      Object.entries(annotations).map(([name, value]) => [
        `service.beta.kubernetes.io/aws-load-balancer-${name}`,
        value,
      ]),
    ),
  },
  spec: {
    type: 'LoadBalancer',
    ports: [{ name: 'https', port: 443, nodePort: 30443 }],
    ...spec,
  },
});

describe('planAwsInTreeService', () => {
  it('plans a Classic load balancer open to everybody where the Service says nothing', () => {
    expect(planAwsInTreeService(service({}))).toMatchObject({
      loadBalancerType: 'classic',
      scheme: 'internet-facing',
      sourceRanges: ['0.0.0.0/0'],
      listeners: [{ port: 443, protocol: 'tcp', instancePort: 30443 }],
      healthCheck: { target: 'TCP:30443' },
      attributes: { 'ConnectionSettings.IdleTimeout': '60' },
    });
  });

  it.each(['0.0.0.0/0', 'internal', 'true'])(
    'takes internal: %s for internal, as it always did',
    value => {
      expect(planAwsInTreeService(service({ internal: value }))).toMatchObject({
        scheme: 'internal',
      });
    },
  );

  it('plans an encrypted Network Load Balancer', () => {
    expect(
      planAwsInTreeService(
        service({
          type: 'nlb',
          internal: 'true',
          'ssl-cert': 'arn:cert',
          'ssl-ports': 'https',
          'backend-protocol': 'ssl',
          'cross-zone-load-balancing-enabled': 'T',
          'target-group-attributes': 'proxy_protocol_v2.enabled=true',
        }),
      ),
    ).toMatchObject({
      loadBalancerType: 'nlb',
      scheme: 'internal',
      securityGroupMode: 'none',
      listeners: [
        {
          port: 443,
          protocol: 'TLS',
          instanceProtocol: 'TLS',
          certificate: 'arn:cert',
        },
      ],
      healthCheck: { port: 'traffic-port', protocol: 'TCP' },
      attributes: { 'load_balancing.cross_zone.enabled': 'true' },
      targetGroupAttributes: { 'proxy_protocol_v2.enabled': 'true' },
    });
  });

  it('checks the port of kube-proxy for a Service with local traffic', () => {
    expect(
      planAwsInTreeService(
        service(
          { type: 'nlb' },
          { externalTrafficPolicy: 'Local', healthCheckNodePort: 32000 },
        ),
      ),
    ).toMatchObject({
      healthCheck: { port: '32000', protocol: 'HTTP', path: '/healthz' },
    });
  });

  it('lets in networks as Go reads them, whatever stands behind the prefix', () => {
    expect(
      planAwsInTreeService(
        service(
          {},
          { loadBalancerSourceRanges: [' 10.1.2.3/8', '10.0.0.0/08'] },
        ),
      ),
    ).toMatchObject({ sourceRanges: ['10.0.0.0/8'] });
    const text = '010.0.0.0/16,FD00::1/8 ';
    const { metadata, ...rest } = service({});
    expect(
      planAwsInTreeService({
        ...rest,
        metadata: {
          ...metadata,
          annotations: {
            'service.beta.kubernetes.io/load-balancer-source-ranges': text,
          },
        },
      }),
    ).toMatchObject({ sourceRanges: ['10.0.0.0/16', 'fd00::/8'] });
  });

  it('reads all numbers of a health check before it judges one', () => {
    expect(() =>
      planAwsInTreeService(
        service({
          'healthcheck-healthy-threshold': '1',
          'healthcheck-interval': '10s',
        }),
      ),
    ).toThrow('failed parsing health check annotation value');
  });

  it('leaves what is for another controller alone', () => {
    expect(planAwsInTreeService(service({ type: 'external' }))).toEqual({
      reconciled: false,
    });
  });

  it.each([
    [{}, { ports: [] }, 'requested load balancer with no ports'],
    [
      {},
      { sessionAffinity: 'ClientIP' },
      'unsupported load balancer affinity: ClientIP',
    ],
    [
      {},
      { loadBalancerIP: '10.0.0.1' },
      'LoadBalancerIP cannot be specified for AWS ELB',
    ],
    [
      {},
      { ports: [{ port: 53, protocol: 'UDP' }] },
      'Protocol UDP not supported by LoadBalancer',
    ],
    [
      { 'proxy-protocol': 'v2' },
      {},
      'annotation "service.beta.kubernetes.io/aws-load-balancer-proxy-protocol"="v2" detected, but the only value supported currently is \'*\'',
    ],
    [
      { 'cross-zone-load-balancing-enabled': 'yes' },
      {},
      'error parsing service annotation: service.beta.kubernetes.io/aws-load-balancer-cross-zone-load-balancing-enabled=yes',
    ],
    [
      { type: 'nlb', 'healthcheck-port': 'https' },
      {},
      "Invalid health check port 'https'",
    ],
    [
      {},
      { loadBalancerSourceRanges: ['all'] },
      'service.Spec.LoadBalancerSourceRanges: [all] is not valid. Expecting a list of IP ranges. For example, 10.0.0.0/24.',
    ],
  ])('refuses %j with %j', (annotations, spec, message) => {
    expect(() => planAwsInTreeService(service(annotations, spec))).toThrow(
      expect.objectContaining({ name: 'ControllerRefusal', message }),
    );
  });

  it('refuses to turn a load balancer that stands into one of another kind', () => {
    expect(() =>
      planAwsInTreeService(service({ type: 'nlb' }), {
        hostname: 'a-1.eu-central-1.elb.amazonaws.com',
      }),
    ).toThrow('cannot update Load Balancer Type annotation');
  });
});
