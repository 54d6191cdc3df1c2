import { clusterProfileSchema } from '../intents/clusterProfile';
import { describePlan } from '../describe/describePlan';
import { findReconciler } from './findReconciler';
import { KubernetesObject } from './KubernetesObject';
import { planService } from './planService';

const P = 'service.beta.kubernetes.io/aws-load-balancer-';

function profile(controller: object, subnets: object[] = []) {
  return clusterProfileSchema.parse({
    name: 'platform',
    controller,
    account: '111122223333',
    region: 'eu-central-1',
    subnets,
  });
}

const lbc = profile({ type: 'aws-load-balancer-controller' });
const withoutWebhook = profile({
  type: 'aws-load-balancer-controller',
  webhook: false,
});
const inTree = profile({ type: 'in-tree' });

function service(
  annotations: Record<string, string> = {},
  spec: KubernetesObject['spec'] = {},
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'payments',
      namespace: 'shop',
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([name, value]) => [
          `${P}${name}`,
          value,
        ]),
      ),
    },
    spec: { type: 'LoadBalancer', ports: [{ port: 443 }], ...spec },
  };
}

describe('findReconciler', () => {
  it.each([
    [{}, {}, lbc, 'aws-load-balancer-controller'],
    [{}, {}, withoutWebhook, 'in-tree'],
    [{}, {}, inTree, 'in-tree'],
    [{}, {}, undefined, 'unknown'],
    [{ type: 'external' }, {}, undefined, 'nobody'],
    [{ type: 'external' }, {}, withoutWebhook, 'nobody'],
    // The webhook gives every new Service the class, whatever its annotations say.
    [{ type: 'external' }, {}, lbc, 'aws-load-balancer-controller'],
    [
      { type: 'external', 'nlb-target-type': 'ip' },
      {},
      withoutWebhook,
      'aws-load-balancer-controller',
    ],
    [{ type: 'external', 'nlb-target-type': 'ip' }, {}, inTree, 'nobody'],
    [{ type: 'nlb-ip' }, {}, undefined, 'aws-load-balancer-controller'],
    [
      {},
      { loadBalancerClass: 'service.k8s.aws/nlb' },
      undefined,
      'aws-load-balancer-controller',
    ],
    [{}, { loadBalancerClass: 'service.k8s.aws/nlb' }, inTree, 'nobody'],
    [
      {},
      { loadBalancerClass: 'eks.amazonaws.com/nlb' },
      undefined,
      'eks-auto-mode',
    ],
    [{}, { loadBalancerClass: 'eks.amazonaws.com/nlb' }, lbc, 'nobody'],
    [{}, { loadBalancerClass: 'example.com/other' }, lbc, 'other'],
    [{}, { type: 'ClusterIP' }, lbc, 'nobody'],
    [
      { type: 'external', 'nlb-target-type': 'ip' },
      { type: 'ClusterIP' },
      lbc,
      'aws-load-balancer-controller',
    ],
  ])('%j with %j', (annotations, spec, cluster, by) => {
    expect(findReconciler(service(annotations, spec), cluster).by).toBe(by);
  });

  it('leaves a Service that stands without class to whom it has', () => {
    expect(findReconciler(service(), lbc, service()).by).toBe('in-tree');
  });

  it('knows that the webhook gives a dropped class back', () => {
    const before = service({}, { loadBalancerClass: 'service.k8s.aws/nlb' });
    expect(findReconciler(service(), lbc, before).by).toBe(
      'aws-load-balancer-controller',
    );
  });

  it('says why, by the names of what was found', () => {
    expect(
      findReconciler(
        service({}, { loadBalancerClass: 'service.k8s.aws/nlb' }),
        inTree,
      ).why,
    ).toBe(
      "spec.loadBalancerClass service.k8s.aws/nlb is for the AWS Load Balancer Controller, which cluster platform doesn't run.",
    );
  });
});

describe('planService', () => {
  it('leaves open what is only given when the Service is created', () => {
    const plan = planService(service(), lbc);
    expect(plan).toMatchObject({
      outcome: 'aws-network-load-balancer',
      model: {
        loadBalancerName: 'k8s-shop-payments-<allocated>',
        subnets: undefined,
        targetGroups: [{ port: '<allocated>', targetType: 'instance' }],
      },
    });
  });

  it("gives a refusal in the controller's words, and what it is about", () => {
    const plan = planService(service({ scheme: 'private' }), lbc);
    expect(plan).toMatchObject({
      outcome: 'refused',
      refusal: { message: 'unknown scheme: private', about: [`${P}scheme`] },
    });
  });

  it('finds by the subnets of the profile that an address lies in none', () => {
    const cluster = profile({ type: 'aws-load-balancer-controller' }, [
      {
        id: 'subnet-00000000000000001',
        zoneId: 'euc1-az1',
        cidr: '10.0.1.0/24',
      },
    ]);
    const plan = planService(
      service({ 'private-ipv4-addresses': '10.0.2.10' }),
      cluster,
    );
    expect(plan).toMatchObject({
      outcome: 'refused',
      refusal: {
        message:
          'expect one private IPv4 address configured for subnet: subnet-00000000000000001',
      },
    });
  });

  it('does not refuse for what it does not know', () => {
    expect(
      planService(service({ 'private-ipv4-addresses': '10.0.2.10' }), lbc)
        .outcome,
    ).toBe('aws-network-load-balancer');
  });

  it('says that nobody takes a Service, and that it does not know', () => {
    expect(planService(service({ type: 'external' })).outcome).toBe('nothing');
    expect(planService(service()).outcome).toBe('unplanned');
  });
});

describe('describePlan', () => {
  it('shows what a new Service becomes', () => {
    const text = describePlan(
      planService(
        service({
          'nlb-target-type': 'ip',
          'inbound-sg-rules-on-private-link-traffic': 'off',
        }),
        lbc,
      ),
    );
    expect(text).toContain('| scheme | internal |');
    expect(text).toContain('| their rules on PrivateLink traffic | off |');
    expect(text).toContain('| listener 443 | TCP to pods at 443 |');
  });

  it('marks what changes, and what goes', () => {
    const before = planService(
      service({ attributes: 'deletion_protection.enabled=true' }),
      lbc,
    );
    const after = planService(service({ scheme: 'internet-facing' }), lbc);
    const text = describePlan(after, before);
    expect(text).toContain('| scheme | internal | **internet\\-facing** |');
    expect(text).not.toContain('| addresses |');
    expect(text).toContain('All else stays as it is.');
    expect(text).toMatch(/\| attributes \| .* \| no longer \|/);
  });

  it('lets no text of a manifest become Markdown', () => {
    const text = describePlan(
      planService(service({ scheme: '](https://evil) | @all' }), lbc),
    );
    expect(text).toContain('\\]\\(https&#58;//evil\\) \\| &#64;all');
  });
});
