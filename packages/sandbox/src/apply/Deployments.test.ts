import {
  startTestDeployments,
  TEST_SCOPE,
} from './__testUtils__/startTestDeployments';
import { PAYMENTS_SERVICE } from './__testUtils__/paymentsService';

const TERRAFORM = `
variable "owner" { default = "component:default/payments" }
locals {
  consumers = ["arn:aws:iam::444455556666:root", "arn:aws:iam::333344445555:root"]
  tags      = { "backstage-entity-ref" = var.owner }
}
provider "aws" {
  alias  = "eu_west_1"
  region = "eu-west-1"
}
data "aws_lb" "payments" {
  provider = aws.eu_west_1
  tags = {
    "elbv2.k8s.aws/cluster" = "platform-eu"
    "service.k8s.aws/stack" = "payments/payments"
  }
}
resource "aws_vpc_endpoint_service_allowed_principal" "payments" {
  provider                = aws.eu_west_1
  for_each                = toset(local.consumers)
  vpc_endpoint_service_id = aws_vpc_endpoint_service.payments.id
  principal_arn           = each.value
}
resource "aws_vpc_endpoint_service" "payments" {
  provider                   = aws.eu_west_1
  acceptance_required        = true
  network_load_balancer_arns = [data.aws_lb.payments.arn]
  private_dns_name           = "payments.acme.example"
  tags                       = merge(local.tags, { Name = "\${"payments"}-$\${x}" })
}
`;

describe('deployments', () => {
  let test: Awaited<ReturnType<typeof startTestDeployments>>;

  beforeEach(async () => {
    test = await startTestDeployments();
  });

  afterEach(() => test.stop());

  const loadBalancers = () =>
    test.world.loadBalancing.loadBalancers.list(TEST_SCOPE);
  const services = () => test.world.endpointServices.services.list(TEST_SCOPE);

  it('makes a load balancer of a Service, with healthy targets after a while', async () => {
    await test.commit({ 'k8s/payments.yaml': PAYMENTS_SERVICE });
    const [loadBalancer] = loadBalancers();
    expect(loadBalancer).toMatchObject({
      state: 'provisioning',
      scheme: 'internal',
      enforceInboundRulesOnPrivateLink: 'off',
      tags: {
        'backstage-entity-ref': 'component:default/payments',
        'elbv2.k8s.aws/cluster': 'platform-eu',
        'service.k8s.aws/stack': 'payments/payments',
        'service.k8s.aws/resource': 'LoadBalancer',
      },
    });
    expect(loadBalancer.attributes['load_balancing.cross_zone.enabled']).toBe(
      'true',
    );
    expect(loadBalancer.securityGroupIds).toHaveLength(1);
    const [group] = test.world.targetGroups.targetGroups.list(TEST_SCOPE);
    const health = () =>
      [...group.targets.values()].map(target => target.health.state);
    expect(health()).toEqual(['initial', 'initial', 'initial']);
    expect(group.attributes['proxy_protocol_v2.enabled']).toBe('true');

    test.clock.advance(10_000);

    expect(loadBalancer.state).toBe('active');
    expect(health()).toEqual(['healthy', 'healthy', 'healthy']);
  });

  it('keeps an idle timeout after its annotation is gone, as the controller does', async () => {
    const [key, value] = [
      'aws-load-balancer-listener-attributes.TCP-443',
      'tcp.idle_timeout.seconds=600',
    ];
    const annotated = PAYMENTS_SERVICE.replace(
      '  annotations:\n',
      `  annotations:\n    service.beta.kubernetes.io/${key}: "${value}"\n`,
    );
    const idleTimeouts = () =>
      test.world.listeners
        .listenersOf(loadBalancers()[0].id)
        .map(({ attributes }) => attributes['tcp.idle_timeout.seconds']);

    await test.commit({ 'k8s/payments.yaml': PAYMENTS_SERVICE });
    expect(idleTimeouts()).toEqual(['350']);
    await test.commit({ 'k8s/payments.yaml': annotated });
    expect(idleTimeouts()).toEqual(['600']);
    await test.commit({ 'k8s/payments.yaml': PAYMENTS_SERVICE });
    expect(idleTimeouts()).toEqual(['600']);
  });

  it('takes over the load balancer that an earlier attempt left, with its tags', async () => {
    await test.commit({ 'k8s/payments.yaml': PAYMENTS_SERVICE });
    const [{ name, tags }] = loadBalancers();
    await test.commit({ 'k8s/payments.yaml': null });
    expect(loadBalancers()).toEqual([]);
    const left = test.world.createLoadBalancer(TEST_SCOPE, {
      name,
      tags,
      subnetIds: ['subnet-0aaaaaaaaaaaaaaaa'],
    });
    const steps = await test.commit({ 'k8s/payments.yaml': PAYMENTS_SERVICE });
    expect(steps().map(step => step.state)).toEqual(['applied']);
    expect(loadBalancers()).toEqual([left]);
    expect(test.world.listeners.listenersOf(left.id)).toHaveLength(1);
  });

  it('makes a load balancer of another name for a Service that was deleted and comes again', async () => {
    await test.commit({ 'k8s/payments.yaml': PAYMENTS_SERVICE });
    const [first] = loadBalancers();
    await test.commit({
      'k8s/payments.yaml': `${PAYMENTS_SERVICE}\n# The same one`,
    });
    const [same] = loadBalancers();
    await test.commit({ 'k8s/payments.yaml': null });
    await test.commit({ 'k8s/payments.yaml': PAYMENTS_SERVICE });
    const [again] = loadBalancers();

    expect(same.name).toBe(first.name);
    expect(again.name).not.toBe(first.name);
    expect(again.name.slice(0, -10)).toBe(first.name.slice(0, -10));
    expect(again.tags).toEqual(first.tags);
  });

  it('waits for a load balancer that is merged later, then makes the endpoint service', async () => {
    const early = await test.commit({ 'infra/privatelink.tf': TERRAFORM });
    expect(early().map(step => step.state)).toEqual([
      'waiting',
      'waiting',
      'waiting',
    ]);
    expect(services()).toEqual([]);
    const steps = await test.commit({ 'k8s/payments.yaml': PAYMENTS_SERVICE });
    expect(services()).toEqual([
      expect.objectContaining({
        acceptanceRequired: true,
        loadBalancerArns: [loadBalancers()[0].id],
        privateDns: expect.objectContaining({
          dnsName: 'payments.acme.example',
        }),
        tags: {
          'backstage-entity-ref': 'component:default/payments',
          Name: 'payments-${x}',
        },
      }),
    ]);
    expect([...services()[0].allowedPrincipals.keys()]).toEqual([
      'arn:aws:iam::444455556666:root',
      'arn:aws:iam::333344445555:root',
    ]);
    expect(steps().map(step => [step.state, step.address])).toEqual([
      ['applied', 'Service payments/payments'],
      ['applied', 'aws_vpc_endpoint_service.payments'],
      [
        'applied',
        'aws_vpc_endpoint_service_allowed_principal.payments["arn:aws:iam::444455556666:root"]',
      ],
      [
        'applied',
        'aws_vpc_endpoint_service_allowed_principal.payments["arn:aws:iam::333344445555:root"]',
      ],
    ]);
  });

  it('converges with the clock once a missing thing appears', async () => {
    const steps = await test.commit({ 'infra/privatelink.tf': TERRAFORM });
    test.world.createLoadBalancer(TEST_SCOPE, {
      name: 'by-hand',
      subnetIds: ['subnet-0aaaaaaaaaaaaaaaa'],
      tags: {
        'elbv2.k8s.aws/cluster': 'platform-eu',
        'service.k8s.aws/stack': 'payments/payments',
      },
    });
    expect(services()).toHaveLength(0);
    test.clock.advance(2000);
    expect(services()).toHaveLength(1);
    expect(new Set(steps().map(step => step.state))).toEqual(
      new Set(['applied']),
    );
  });

  it('changes in place, and deletes what was removed, as far as the cloud lets it', async () => {
    await test.commit({
      'infra/privatelink.tf': TERRAFORM,
      'k8s/payments.yaml': PAYMENTS_SERVICE,
    });
    const [before] = services();
    await test.commit({
      'infra/privatelink.tf': TERRAFORM.replace(
        '"arn:aws:iam::444455556666:root", ',
        '',
      ).replace(
        'acceptance_required        = true',
        'acceptance_required        = false',
      ),
    });
    expect(services()[0]).toBe(before);
    expect(before.acceptanceRequired).toBe(false);
    expect([...before.allowedPrincipals.keys()]).toEqual([
      'arn:aws:iam::333344445555:root',
    ]);

    test.clock.advance(10_000);
    const endpoint = test.world.connect({
      consumerAccount: '333344445555',
      region: 'eu-west-1',
      serviceName: before.serviceName,
    });
    const steps = await test.commit({
      'infra/privatelink.tf': null,
      'k8s/payments.yaml': null,
    });
    expect(steps().filter(step => step.state === 'failed')).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('ExistingVpcEndpointConnections'),
      }),
      expect.objectContaining({
        message: expect.stringContaining('ResourceInUse'),
      }),
    ]);
    expect(services()).toHaveLength(1);
    test.world.disconnect(endpoint.id);
    test.clock.advance(20_000);
    expect(services()).toEqual([]);
    expect(loadBalancers()).toEqual([]);
    expect(steps().every(step => step.state === 'applied')).toBe(true);
  });

  it('keeps what it made when a file can no longer be read', async () => {
    await test.commit({
      'infra/privatelink.tf': TERRAFORM,
      'k8s/payments.yaml': PAYMENTS_SERVICE,
    });
    const broken = await test.commit({
      'infra/privatelink.tf': 'resource "x" {',
    });
    expect(broken()).toEqual([expect.objectContaining({ state: 'failed' })]);
    const refused = await test.commit({
      'infra/privatelink.tf': TERRAFORM,
      'k8s/payments.yaml': PAYMENTS_SERVICE.replace('"off"', 'off').replace(
        'internal\n',
        'inner\n',
      ),
    });
    expect(refused()).toEqual([
      expect.objectContaining({
        state: 'failed',
        message: expect.stringContaining('unknown scheme: inner'),
      }),
    ]);
    const unquoted = await test.commit({
      'k8s/payments.yaml': PAYMENTS_SERVICE.replace('"off"', 'false'),
    });
    // Nothing else happened: what is there does not count as removed.
    expect(unquoted()).toEqual([
      expect.objectContaining({
        state: 'failed',
        message: expect.stringContaining('of type string'),
      }),
    ]);
    expect(services()).toHaveLength(1);
    expect(loadBalancers()).toHaveLength(1);
  });

  it('leaves a ClusterIP Service and catalog files alone', async () => {
    const steps = await test.commit({
      'k8s/payments.yaml': PAYMENTS_SERVICE.replace(
        'type: LoadBalancer',
        'type: ClusterIP',
      ),
      'catalog-info.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Component\n',
      'chart/templates/x.yaml':
        'apiVersion: v1\nkind: Service\n{{ if .Values.x }}: [\n',
    });
    expect(steps()).toEqual([]);
    expect(loadBalancers()).toEqual([]);
  });

  it.each([
    {
      form: 'an IstioOperator overlay',
      path: 'istio/operator.yaml',
      text: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
spec:
  components:
    ingressGateways:
      - name: istio-ingressgateway
        enabled: true
        k8s:
          serviceAnnotations:
            service.beta.kubernetes.io/aws-load-balancer-type: nlb
            service.beta.kubernetes.io/aws-load-balancer-internal: "true"
`,
      tags: {
        'kubernetes.io/service-name': 'istio-system/istio-ingressgateway',
        'kubernetes.io/cluster/platform-eu': 'owned',
      },
      ports: [15021, 80, 443],
    },
    {
      form: 'values of the gateway chart',
      path: 'istio/istio-ingress/values.yaml',
      text: `service:
  loadBalancerClass: service.k8s.aws/nlb
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-scheme: internal
`,
      tags: { 'service.k8s.aws/stack': 'default/istio-ingress' },
      ports: [15021, 80, 443],
    },
    {
      form: 'a Gateway',
      path: 'istio/gateway.yaml',
      text: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: web, namespace: istio-ingress }
spec:
  gatewayClassName: istio
  infrastructure:
    annotations:
      service.beta.kubernetes.io/aws-load-balancer-type: external
      service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip
      service.beta.kubernetes.io/aws-load-balancer-scheme: internal
  listeners: [{ name: https, port: 8443, protocol: TLS }]
`,
      tags: { 'service.k8s.aws/stack': 'istio-ingress/web-istio' },
      ports: [15021, 8443],
    },
  ])('makes a load balancer of $form', async ({ path, text, tags, ports }) => {
    await test.commit({ [path]: text });
    const [loadBalancer] = loadBalancers();
    expect(loadBalancer).toMatchObject({ scheme: 'internal', type: 'network' });
    expect(loadBalancer.tags).toMatchObject(tags);
    const listeners = test.world.listeners.listenersOf(loadBalancer.id);
    expect(listeners.map(listener => listener.port)).toEqual(ports);
  });
});
