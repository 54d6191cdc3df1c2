import fc from 'fast-check';
import { autoModeClusterProfileSchema } from '../intents/anyClusterProfile';
import { azureClusterProfileSchema } from '../intents/azureClusterProfile';
import { clusterProfileSchema } from '../intents/clusterProfile';
import { describePlan } from '../describe/describePlan';
import { findReconciler } from './findReconciler';
import { KubernetesObject, ManifestValue } from './KubernetesObject';
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

const autoMode = autoModeClusterProfileSchema.parse({
  name: 'auto',
  controller: { type: 'eks-auto-mode' },
  account: '111122223333',
  region: 'eu-central-1',
});
const azure = azureClusterProfileSchema.parse({
  cloud: 'azure',
  name: 'aks',
  subscription: '00000000-0000-0000-0000-000000000000',
  resourceGroup: 'MC_platform_aks_westeurope',
  location: 'westeurope',
});

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
    [{}, {}, autoMode, 'eks-auto-mode'],
    [
      {},
      { loadBalancerClass: 'eks.amazonaws.com/nlb' },
      autoMode,
      'eks-auto-mode',
    ],
    [{}, { loadBalancerClass: 'service.k8s.aws/nlb' }, autoMode, 'nobody'],
    [{}, {}, azure, 'cloud-provider-azure'],
    [{}, { loadBalancerClass: 'example.com/other' }, azure, 'other'],
    [{ type: 'nlb-ip' }, {}, azure, 'cloud-provider-azure'],
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

  it('does not guess what EKS Auto Mode makes of a Service', () => {
    expect(planService(service(), autoMode).outcome).toBe('unplanned');
  });

  it('has an answer to whatever stands in a spec, in every cluster', () => {
    const anything = fc.jsonValue() as fc.Arbitrary<ManifestValue>;
    const fields = fc.constantFrom(
      ...['ports', 'loadBalancerClass', 'loadBalancerSourceRanges'],
      ...['ipFamilies', 'externalTrafficPolicy', 'healthCheckNodePort'],
      ...['allocateLoadBalancerNodePorts', 'type', 'loadBalancerIP'],
    );
    const clusters = [lbc, withoutWebhook, inTree, autoMode, azure, undefined];
    expect(() =>
      fc.assert(
        fc.property(
          fc.dictionary(fields, anything),
          fc.constantFrom(...clusters),
          (spec, cluster) => {
            const plan = planService(service({}, spec), cluster);
            describePlan(plan, planService(service(), cluster));
          },
        ),
        { numRuns: 500 },
      ),
    ).not.toThrow();
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

  it('shows that a Classic Load Balancer serves no endpoint service', () => {
    const text = describePlan(planService(service(), inTree));
    expect(text).toContain('**Classic Load Balancer, which no endpoint');
    expect(text).toContain('| scheme | **internet\\-facing** |');
    expect(text).toContain('to nodes at a port that is given later |');
  });

  it("shows that an Azure load balancer is public by its annotation's case", () => {
    const asked = service();
    asked.metadata.annotations = {
      'service.beta.kubernetes.io/azure-load-balancer-internal': 'True',
    };
    expect(describePlan(planService(asked, azure))).toContain(
      '| scheme | **public, though the annotation seems to ask for an internal one',
    );
  });

  it('shows who may ask for a private link service', () => {
    const asked = service();
    asked.metadata.annotations = {
      'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
      'service.beta.kubernetes.io/azure-pls-create': 'true',
      'service.beta.kubernetes.io/azure-pls-name': 'payments',
      'service.beta.kubernetes.io/azure-pls-visibility': '*',
    };
    const text = describePlan(planService(asked, azure));
    expect(text).toContain('| scheme | internal |');
    expect(text).toContain('| private link service | payments |');
    expect(text).toContain('| who may ask to connect | **everybody** |');
    expect(text).toContain('| connected without asking | nobody |');
  });

  it('lets no text of a manifest become Markdown', () => {
    const text = describePlan(
      planService(service({ scheme: '](https://evil) | @all' }), lbc),
    );
    expect(text).toContain('\\]\\(https&#58;//evil\\) \\| &#64;&#8203;all');
  });
});
