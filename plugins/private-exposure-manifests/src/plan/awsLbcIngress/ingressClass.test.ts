import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject, ManifestValue } from '../KubernetesObject';
import {
  awsLbcIngressDefaults,
  AwsLbcIngressFacts,
} from './AwsLbcIngressFacts';
import { planAwsLbcIngress } from './planAwsLbcIngress';

const P = 'alb.ingress.kubernetes.io/';

const albClass: KubernetesObject = {
  kind: 'IngressClass',
  metadata: { name: 'alb' },
  spec: {
    controller: 'ingress.k8s.aws/alb',
    parameters: {
      apiGroup: 'elbv2.k8s.aws',
      kind: 'IngressClassParams',
      name: 'platform',
    },
  },
};

const ingress = (
  annotations: Record<string, string> = {},
  name = 'payments',
): KubernetesObject => ({
  kind: 'Ingress',
  metadata: {
    name,
    namespace: 'shop',
    annotations: Object.fromEntries(
      Object.entries(annotations).map(([key, value]) => [`${P}${key}`, value]),
    ),
  },
  spec: { ingressClassName: 'alb' },
});

function plan(
  params: { [key: string]: ManifestValue },
  object: KubernetesObject = ingress(),
  more: Partial<AwsLbcIngressFacts> = {},
) {
  const planned = planAwsLbcIngress(object, {
    ...awsLbcIngressDefaults,
    clusterName: 'platform',
    ingressClasses: [albClass],
    ingressClassParams: [
      {
        kind: 'IngressClassParams',
        metadata: { name: 'platform' },
        spec: params,
      },
    ],
    ...more,
  });
  if (!planned.reconciled) throw new Error('The controller left it alone');
  return planned;
}

function refusalOf(make: () => unknown): string | undefined {
  try {
    make();
    return undefined;
  } catch (error) {
    if (error instanceof ControllerRefusal) return error.message;
    throw error;
  }
}

const namespace = (labels: Record<string, string>): KubernetesObject => ({
  kind: 'Namespace',
  metadata: { name: 'shop', labels },
});

describe('what an IngressClassParams sets', () => {
  it.each([
    [{ scheme: 'internet-facing' }, { scheme: 'internal' }, 'scheme'],
    [
      { ipAddressType: 'dualstack' },
      { 'ip-address-type': 'ipv4' },
      'ipAddressType',
    ],
    [
      { loadBalancerName: 'of-class' },
      { 'load-balancer-name': 'own' },
      'loadBalancerName',
    ],
  ] as const)('%j wins over %j', (params, annotations, field) => {
    const [ofClass] = Object.values(params);
    expect(plan(params, ingress(annotations))[field]).toBe(ofClass);
  });

  it('names the group of all its Ingresses', () => {
    const group = { group: { name: 'shared' } };
    const planned = plan(group, ingress({ 'group.name': 'own' }), {
      otherIngresses: [ingress({}, 'refunds')],
    });
    expect(planned.ingressGroup).toEqual({ namespace: '', name: 'shared' });
    expect(planned.members).toEqual(['shop/payments', 'shop/refunds']);
  });

  it('settles what members say otherwise of attributes', () => {
    const members = ['10', '20'].map((seconds, index) =>
      ingress(
        {
          'group.name': 'pay',
          'load-balancer-attributes': `idle_timeout.timeout_seconds=${seconds}`,
        },
        `member-${index}`,
      ),
    );
    const attributes = [{ key: 'idle_timeout.timeout_seconds', value: '60' }];
    expect(
      plan({ loadBalancerAttributes: attributes }, members[0], {
        otherIngresses: [members[1]],
      }).loadBalancerAttributes,
    ).toEqual({ 'idle_timeout.timeout_seconds': '60' });
    expect(() =>
      plan({}, members[0], { otherIngresses: [members[1]] }),
    ).toThrow(
      'conflicting load balancer attributes idle_timeout.timeout_seconds: 10 | 20',
    );
  });

  it('tags, reserves, lets in and redirects', () => {
    const planned = plan(
      {
        tags: [{ key: 'team', value: 'platform' }],
        minimumLoadBalancerCapacity: { capacityUnits: 100 },
        ipamConfiguration: { ipv4IPAMPoolId: 'ipam-pool-1' },
        inboundCIDRs: ['10.0.0.0/8'],
        prefixListsIDs: ['pl-1'],
        certificateArn: ['arn:class'],
        sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
        sslRedirectPort: '443',
        wafv2AclArn: 'arn:waf',
        listeners: [
          {
            protocol: 'HTTPS',
            port: 443,
            listenerAttributes: [{ key: 'a', value: 'class' }],
          },
        ],
      },
      ingress({
        tags: 'team=pay,stage=test',
        'listen-ports': '[{"HTTP": 80}, {"HTTPS": 443}]',
        'minimum-load-balancer-capacity': 'CapacityUnits=5',
        'ipam-ipv4-pool-id': 'own',
        'inbound-cidrs': '0.0.0.0/0',
        'security-group-prefix-lists': 'pl-own',
        'certificate-arn': 'arn:own',
        'ssl-policy': 'own',
        'ssl-redirect': '8443',
        'listener-attributes.HTTPS-443': 'a=own,b=own',
      }),
    );
    expect(planned).toMatchObject({
      tags: { team: 'platform', stage: 'test' },
      minimumLoadBalancerCapacity: { capacityUnits: 100 },
      ipv4IpamPoolId: 'ipam-pool-1',
      sslRedirect: { sslPort: 443 },
      wafv2WebACLARN: 'arn:waf',
    });
    expect(
      planned.managedSecurityGroupIngress?.map(({ sources }) => sources[0]),
    ).toEqual(['10.0.0.0/8', 'pl-1', '10.0.0.0/8', 'pl-1']);
    expect(planned.listeners[1]).toMatchObject({
      certificates: ['arn:class'],
      sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      attributes: { a: 'class', b: 'own' },
    });
  });

  it('chooses subnets by id or by name, and says that others are not known', () => {
    const subnets = [
      { id: 'subnet-a', name: 'private-a', zone: 'a' },
      { id: 'subnet-b', name: 'private-b', zone: 'b' },
    ];
    const chosen = (selector: ManifestValue) =>
      plan({ subnets: selector }, ingress({ subnets: 'x' }), { subnets })
        .subnets;
    expect(chosen({ ids: ['subnet-b', 'subnet-a'] })).toEqual([
      'subnet-b',
      'subnet-a',
    ]);
    expect(chosen({ tags: { Name: ['private-a', 'private-b'] } })).toEqual([
      'subnet-a',
      'subnet-b',
    ]);
    expect(chosen({ tags: { tier: ['private'] } })).toBeUndefined();
  });
});

describe('the namespaces of an IngressClassParams', () => {
  const expression = (operator: string, values?: string[]) => ({
    matchExpressions: [
      { key: 'team', operator, ...(values ? { values } : {}) },
    ],
  });

  it.each([
    [{ matchLabels: { team: 'pay' } }, { team: 'pay' }, true],
    [{ matchLabels: { team: 'pay' } }, { team: 'other' }, false],
    [expression('In', ['pay', 'shop']), { team: 'shop' }, true],
    [expression('In', ['pay']), {}, false],
    [expression('NotIn', ['pay']), { team: 'pay' }, false],
    [expression('NotIn', ['pay']), {}, true],
    [expression('Exists'), { team: 'any' }, true],
    [expression('Exists'), {}, false],
    [expression('DoesNotExist'), {}, true],
    [expression('DoesNotExist'), { team: 'any' }, false],
    [{}, {}, true],
  ])('%j meets %j: %s', (namespaceSelector, labels, isMet) => {
    const namespaces = [namespace(labels)];
    const mismatch =
      'invalid ingress class: namespaceSelector of IngressClassParams platform mismatch';
    expect(
      refusalOf(() => plan({ namespaceSelector }, ingress(), { namespaces })),
    ).toBe(isMet ? undefined : mismatch);
  });
});
