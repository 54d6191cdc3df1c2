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
});
