import {
  buildAwsPrivateLinkConsumer,
  buildAwsPrivateLinkExposure,
  buildWithdrawal,
  type AwsPrivateLinkExposureInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import {
  startTestDeployments,
  TEST_SCOPE,
} from './__testUtils__/startTestDeployments';

const SUBNETS = ['a', 'b'].map(zone => `subnet-0aaaaaaaaaaaaaaa${zone}`);

const STEPS = ['close', 'remove-service', 'remove-load-balancer'] as const;

type Manifest = AwsPrivateLinkExposureInput['manifest'];
type LoadBalancer = AwsPrivateLinkExposureInput['loadBalancer'];

interface Form {
  manifest: Manifest;
  /** What is in the repository before; the forms without need nothing. */
  before?: string;
  loadBalancer?: LoadBalancer;
  /** Name and namespace of what has the load balancer. */
  service?: string;
  namespace?: string;
  expected?: { targetType?: string; enforce?: string; ports?: number[] };
}

const byController: LoadBalancer = {
  inboundRulesOnPrivateLinkTraffic: 'off',
  healthCheck: { protocol: 'tcp' },
};
const GATEWAY_PORTS = [80, 443, 15021];

const forms: Record<Manifest['form'], Form> = {
  'aws-load-balancer-controller': {
    manifest: {
      form: 'aws-load-balancer-controller',
      path: 'k8s/payments.yaml',
    },
    loadBalancer: byController,
  },
  'in-tree': {
    manifest: { form: 'in-tree', path: 'k8s/payments.yaml' },
    expected: { targetType: 'instance', enforce: undefined },
  },
  'istio-operator': {
    manifest: { form: 'istio-operator', path: 'istio/gateway.yaml' },
    loadBalancer: byController,
    service: 'istio-ingressgateway',
    namespace: 'istio-system',
    expected: { ports: GATEWAY_PORTS },
  },
  'istio-helm-values': {
    manifest: {
      form: 'istio-helm-values',
      path: 'charts/istio-ingress/values.yaml',
    },
    before: 'namespace: istio-ingress # of the release\n',
    loadBalancer: byController,
    service: 'istio-ingress',
    namespace: 'istio-ingress',
    expected: { ports: GATEWAY_PORTS },
  },
  'gateway-api': {
    manifest: { form: 'gateway-api', path: 'k8s/gateway.yaml' },
    // A Gateway has no room for the annotations of a health check.
    loadBalancer: { inboundRulesOnPrivateLinkTraffic: 'off' },
    expected: { ports: [443, 15021] },
  },
  'knative-kourier': {
    manifest: { form: 'knative-kourier', path: 'k8s/kourier.yaml' },
    // Whose load balancer has its controller already: another one's can't change in place.
    before: `apiVersion: v1
kind: Service
metadata:
  name: kourier
  namespace: kourier-system
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-type: "external"
spec:
  type: LoadBalancer
  ports:
    - { name: https, port: 443, targetPort: 8443 }
`,
    loadBalancer: byController,
    service: 'kourier',
    namespace: 'kourier-system',
  },
};

const cases = Object.values(forms).flatMap(form =>
  (['terraform', 'cloudformation'] as const).map(format => ({
    ...form,
    form: form.manifest.form,
    format,
  })),
);

function exposureOf(
  form: Form,
  format: 'terraform' | 'cloudformation',
): AwsPrivateLinkExposureInput {
  const isOnlyEdited =
    form.before !== undefined || form.manifest.form === 'istio-operator';
  return {
    entityRef: 'component:default/payments',
    cluster: 'platform-eu',
    account: TEST_SCOPE.accountId,
    region: TEST_SCOPE.region,
    manifest: form.manifest,
    service: {
      name: form.service ?? 'payments',
      namespace: form.namespace ?? 'payments',
      ...(isOnlyEdited
        ? {}
        : {
            selector: { app: 'payments' },
            ports: [{ port: 443, targetPort: 8443 }],
          }),
    },
    loadBalancer: { subnets: SUBNETS, ...form.loadBalancer },
    endpointService: {
      name: 'payments',
      grants: [{ principal: '444455556666' }],
      supportedRegions: ['eu-central-1'],
      privateDns: { name: 'payments.acme.example' },
    },
    infrastructure: {
      format,
      path: format === 'terraform' ? 'infra/a.tf' : 'infra/a.yaml',
    },
  };
}

const toFiles = (built: {
  files: { path: string; content: string }[];
  deletedPaths?: string[];
}): Record<string, string | null> => ({
  ...Object.fromEntries(
    built.files.map(({ path, content }) => [path, content]),
  ),
  ...Object.fromEntries((built.deletedPaths ?? []).map(path => [path, null])),
});

describe('generated files, applied', () => {
  let test: Awaited<ReturnType<typeof startTestDeployments>>;

  beforeEach(async () => {
    test = await startTestDeployments();
  });

  afterEach(() => test.stop());

  const loadBalancers = () =>
    test.world.loadBalancing.loadBalancers.list(TEST_SCOPE);
  const services = () => test.world.endpointServices.services.list(TEST_SCOPE);

  /** Commits a change, lets it be applied, and fails on a step that is not. */
  async function apply(files: Record<string, string | null>) {
    const steps = await test.commit(files);
    test.clock.advance(60_000);
    expect(steps().filter(({ state }) => state !== 'applied')).toEqual([]);
  }

  /** Takes an exposure back, and tells what is left after each step. */
  async function withdrawAll(
    intent: AwsPrivateLinkExposureInput,
    before: Record<string, string | null>,
  ) {
    const { name, namespace } = intent.service;
    const { form, path } = intent.manifest;
    const files = new Map(Object.entries(before));
    const left = [];
    for (const step of STEPS) {
      const present = [...files].filter(
        (file): file is [string, string] => file[1] !== null,
      );
      const change = toFiles(
        buildWithdrawal(
          {
            entityRef: intent.entityRef,
            step,
            manifest: { form, path },
            service: { name, namespace },
            endpointService: { name: 'payments' },
            infrastructure: intent.infrastructure,
          },
          { existing: Object.fromEntries(present) },
        ),
      );
      Object.entries(change).forEach(([file, text]) => files.set(file, text));
      await apply(change);
      left.push({
        step,
        grants: services().flatMap(item => [...item.allowedPrincipals]).length,
        services: services().length,
        loadBalancers: loadBalancers().length,
      });
    }
    return left;
  }

  it.each(cases)(
    '$form with $format makes the load balancer and its endpoint service, and takes them back',
    async ({ format, ...form }) => {
      const { path } = form.manifest;
      const intent = exposureOf(form, format);
      const existing = form.before ? { [path]: form.before } : {};
      const built = buildAwsPrivateLinkExposure(intent, { existing });
      expect(
        built.findings.filter(({ severity }) => severity === 'error'),
      ).toEqual([]);

      await apply(toFiles(built));

      const [loadBalancer, ...others] = loadBalancers();
      expect(others).toEqual([]);
      const { expected = {} } = form;
      expect(loadBalancer).toMatchObject({
        state: 'active',
        scheme: 'internal',
        subnetIds: SUBNETS,
        tags: { 'backstage-entity-ref': 'component:default/payments' },
      });
      expect(loadBalancer.enforceInboundRulesOnPrivateLink).toBe(
        'enforce' in expected ? expected.enforce : 'off',
      );
      const listeners = test.world.listeners.listenersOf(loadBalancer.id);
      expect(listeners.map(({ port }) => port).sort((a, b) => a - b)).toEqual(
        expected.ports ?? [443],
      );
      expect(
        test.world.targetGroups.targetGroups
          .list(TEST_SCOPE)
          .map(group => group.targetType),
      ).toEqual(listeners.map(() => expected.targetType ?? 'ip'));
      expect(services()).toEqual([
        expect.objectContaining({
          acceptanceRequired: true,
          loadBalancerArns: [loadBalancer.id],
          supportedRegions: expect.arrayContaining(['eu-central-1']),
          privateDns: expect.objectContaining({
            dnsName: 'payments.acme.example',
            state: 'pendingVerification',
          }),
          tags: {
            Name: 'payments',
            'backstage-entity-ref': 'component:default/payments',
          },
        }),
      ]);
      expect([...services()[0].allowedPrincipals.keys()]).toEqual([
        'arn:aws:iam::444455556666:root',
      ]);

      await expect(
        withdrawAll(intent, { ...existing, ...toFiles(built) }),
      ).resolves.toEqual([
        { step: 'close', grants: 0, services: 1, loadBalancers: 1 },
        { step: 'remove-service', grants: 0, services: 0, loadBalancers: 1 },
        {
          step: 'remove-load-balancer',
          grants: 0,
          services: 0,
          loadBalancers: 0,
        },
      ]);
    },
  );

  it.each(['terraform', 'cloudformation'] as const)(
    "makes the consumer's endpoint with %s",
    async format => {
      await test.commit(
        toFiles(
          buildAwsPrivateLinkExposure(
            exposureOf(forms['aws-load-balancer-controller'], 'terraform'),
          ),
        ),
      );
      test.clock.advance(60_000);
      const [service] = services();
      const built = buildAwsPrivateLinkConsumer({
        entityRef: 'component:default/orders',
        name: 'orders-private-link',
        account: TEST_SCOPE.accountId,
        region: TEST_SCOPE.region,
        serviceName: service.serviceName,
        vpc: 'vpc-0aaaaaaaaaaaaaaaa',
        subnets: SUBNETS,
        securityGroup: {
          ports: [443, 8443],
          sources: [{ type: 'cidr', cidr: '10.0.0.0/16' }],
        },
        infrastructure: {
          format,
          path: format === 'terraform' ? 'infra/c.tf' : 'infra/c.yaml',
        },
      });

      await apply(toFiles(built));

      const [endpoint] = test.world.endpoints.endpointsOf(service.id);
      expect(endpoint).toMatchObject({
        state: 'pendingAcceptance',
        subnetIds: SUBNETS,
        privateDnsEnabled: false,
      });
      const group = test.world.securityGroups.groups.getIn(
        TEST_SCOPE,
        endpoint.securityGroupIds[0],
      );
      expect(
        group?.rules
          .filter(rule => !rule.isEgress)
          .map(({ fromPort, cidrIpv4 }) => [fromPort, cidrIpv4]),
      ).toEqual([
        [443, '10.0.0.0/16'],
        [8443, '10.0.0.0/16'],
      ]);
    },
  );
});
