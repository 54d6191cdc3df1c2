import { KubernetesObject } from '../KubernetesObject';
import { planAzureService } from './planAzureService';

const service = (
  annotations: { [name: string]: string },
  spec: KubernetesObject['spec'] = {},
): KubernetesObject => ({
  kind: 'Service',
  metadata: {
    name: 'payments',
    namespace: 'shop',
    annotations: Object.fromEntries(
      Object.entries(annotations).map(([name, value]) => [
        `service.beta.kubernetes.io/${name}`,
        value,
      ]),
    ),
  },
  spec: { type: 'LoadBalancer', ports: [{ port: 443 }], ...spec },
});

describe('planAzureService', () => {
  it.each(['True', 'TRUE', 'tRUE'])(
    'shows that internal: %s is public, with the rules of an internal load balancer',
    value => {
      expect(
        planAzureService(service({ 'azure-load-balancer-internal': value })),
      ).toMatchObject({
        internal: false,
        internalRules: true,
        allowFromInternet: false,
      });
    },
  );

  it.each(['true ', 'yes', '1', ''])(
    'shows that internal: %j is public, and open to everybody',
    value => {
      expect(
        planAzureService(service({ 'azure-load-balancer-internal': value })),
      ).toMatchObject({
        internal: false,
        internalRules: false,
        allowFromInternet: true,
      });
    },
  );

  it('plans a private link service of what the Service says, without a cluster at hand', () => {
    expect(
      planAzureService(
        service({
          'azure-load-balancer-internal': 'true',
          'azure-pls-create': 'true',
          'azure-pls-name': 'payments',
          'azure-pls-visibility': 'sub-a sub-b',
          'azure-pls-ip-configuration-ip-address-count': '2',
        }),
      ),
    ).toMatchObject({
      plsCreatedOrUpdated: true,
      plsName: 'payments',
      plsSubnet: undefined,
      plsIpCount: 2,
      plsVisibility: ['sub-a', 'sub-b'],
    });
  });

  it('refuses a private link service whose load balancer is public by a slip of the key', () => {
    expect(() =>
      planAzureService(
        service({
          'azure-load-balancer-internal': 'True',
          'azure-pls-create': 'True',
        }),
      ),
    ).toThrow(
      'reconcilePrivateLinkService for service(shop/payments): service requiring private link service must be internal or disable floating ip',
    );
  });

  it('says that the private link service goes with the load balancer', () => {
    const frontend = { name: 'f', id: '/f' };
    expect(
      planAzureService(service({}), {
        frontend,
        existing: [{ name: 'payments', frontendIPConfigID: '/F' }],
        isDeleting: true,
      }),
    ).toMatchObject({ plsDeleted: true, plsCreatedOrUpdated: false });
  });

  it('refuses IPv6 for a private link service, and leaves it out of a Service with both families', () => {
    const annotations = {
      'azure-load-balancer-internal': 'true',
      'azure-pls-create': 'true',
    };
    expect(() =>
      planAzureService(service(annotations, { ipFamilies: ['IPv6'] })),
    ).toThrow('IPv6 is not supported for private link service');
    expect(
      planAzureService(service(annotations, { ipFamilies: ['IPv4', 'IPv6'] }), {
        frontend: { name: 'a-IPv6', id: '/f' },
      }),
    ).toMatchObject({ plsRequested: true, plsCreatedOrUpdated: false });
  });

  it('probes what the port says, before what all ports say', () => {
    const { probes } = planAzureService(
      service(
        {
          'azure-load-balancer-health-probe-protocol': 'HTTP',
          'azure-load-balancer-health-probe-request-path': '/ready',
          'azure-load-balancer-health-probe-interval': '10',
          'port_8080_health-probe_protocol': 'tcp',
          'port_8080_health-probe_port': 'HTTPS',
          port_9090_no_probe_rule: 'true',
        },
        {
          ports: [
            { name: 'https', port: 443, nodePort: 30443 },
            { name: 'admin', port: 8080, nodePort: 30080 },
            { name: 'metrics', port: 9090, nodePort: 30090 },
            { name: 'dns', port: 53, nodePort: 30053, protocol: 'UDP' },
          ],
        },
      ),
    );
    expect(probes).toEqual([
      {
        servicePort: 443,
        protocol: 'HTTP',
        port: 30443,
        path: '/ready',
        intervalSeconds: 10,
        numberOfProbes: 2,
      },
      {
        servicePort: 8080,
        protocol: 'TCP',
        port: 30443,
        path: undefined,
        intervalSeconds: 10,
        numberOfProbes: 2,
      },
    ]);
  });

  it.each([
    [
      { 'azure-load-balancer-health-probe-interval': '4' },
      'failed to parse health probe config for port 443: failed to parse annotation service.beta.kubernetes.io/azure-load-balancer-health-probe-interval: error parsing value: the minimum value of interval is 5',
    ],
    [
      { 'azure-load-balancer-health-probe-interval': '60' },
      'failed to parse health probe config for port 443: total probe should be less than 120, please adjust interval and number of probe accordingly',
    ],
    [
      { 'port_443_health-probe_port': 'http' },
      'failed to parse annotation service.beta.kubernetes.io/port_443_health-probe_port: port http not found in service',
    ],
    [
      { 'azure-load-balancer-tcp-idle-timeout': '3' },
      'error parsing idle timeout key: service.beta.kubernetes.io/azure-load-balancer-tcp-idle-timeout, err: error parsing value: idle timeout value must be a whole number representing minutes between 4 and 100, actual value: 3',
    ],
  ])('refuses %j', (annotations, message) => {
    expect(() => planAzureService(service(annotations))).toThrow(
      expect.objectContaining({ name: 'ControllerRefusal', message }),
    );
  });
});
