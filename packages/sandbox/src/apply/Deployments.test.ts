import {
  startTestDeployments,
  TEST_SCOPE,
} from './__testUtils__/startTestDeployments';

// Every test starts git many times, which takes long on a busy machine.
jest.setTimeout(60_000);

const SERVICE = `# The public face of payments.
apiVersion: v1
kind: Service
metadata:
  name: payments
  namespace: payments
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-scheme: internal
    service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip
    service.beta.kubernetes.io/aws-load-balancer-attributes: load_balancing.cross_zone.enabled=true
    service.beta.kubernetes.io/aws-load-balancer-inbound-sg-rules-on-private-link-traffic: "off"
    service.beta.kubernetes.io/aws-load-balancer-proxy-protocol: "*"
    service.beta.kubernetes.io/aws-load-balancer-additional-resource-tags: backstage-entity-ref=component:default/payments
spec:
  type: LoadBalancer
  loadBalancerClass: service.k8s.aws/nlb
  selector: { app: payments }
  ports:
    - { name: https, port: 443, targetPort: 8443 }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: payments, namespace: payments }
spec:
  replicas: 3
  template:
    metadata: { labels: { app: payments } }
`;

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
    await test.commit({ 'k8s/payments.yaml': SERVICE });
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
    const annotated = SERVICE.replace(
      '  annotations:\n',
      `  annotations:\n    service.beta.kubernetes.io/${key}: "${value}"\n`,
    );
    const idleTimeouts = () =>
      test.world.listeners
        .listenersOf(loadBalancers()[0].id)
        .map(({ attributes }) => attributes['tcp.idle_timeout.seconds']);

    await test.commit({ 'k8s/payments.yaml': SERVICE });
    expect(idleTimeouts()).toEqual(['350']);
    await test.commit({ 'k8s/payments.yaml': annotated });
    expect(idleTimeouts()).toEqual(['600']);
    await test.commit({ 'k8s/payments.yaml': SERVICE });
    expect(idleTimeouts()).toEqual(['600']);
  });

  it('takes over the load balancer that an earlier attempt left, with its tags', async () => {
    await test.commit({ 'k8s/payments.yaml': SERVICE });
    const [{ name, tags }] = loadBalancers();
    await test.commit({ 'k8s/payments.yaml': null });
    expect(loadBalancers()).toEqual([]);
    const left = test.world.createLoadBalancer(TEST_SCOPE, {
      name,
      tags,
      subnetIds: ['subnet-0aaaaaaaaaaaaaaaa'],
    });
    const steps = await test.commit({ 'k8s/payments.yaml': SERVICE });
    expect(steps().map(step => step.state)).toEqual(['applied']);
    expect(loadBalancers()).toEqual([left]);
    expect(test.world.listeners.listenersOf(left.id)).toHaveLength(1);
  });

  it('makes a load balancer of another name for a Service that was deleted and comes again', async () => {
    await test.commit({ 'k8s/payments.yaml': SERVICE });
    const [first] = loadBalancers();
    await test.commit({ 'k8s/payments.yaml': `${SERVICE}\n# The same one` });
    const [same] = loadBalancers();
    await test.commit({ 'k8s/payments.yaml': null });
    await test.commit({ 'k8s/payments.yaml': SERVICE });
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
    const steps = await test.commit({ 'k8s/payments.yaml': SERVICE });
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
      'k8s/payments.yaml': SERVICE,
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
      'k8s/payments.yaml': SERVICE,
    });
    const broken = await test.commit({
      'infra/privatelink.tf': 'resource "x" {',
    });
    expect(broken()).toEqual([expect.objectContaining({ state: 'failed' })]);
    const refused = await test.commit({
      'infra/privatelink.tf': TERRAFORM,
      'k8s/payments.yaml': SERVICE.replace('"off"', 'off').replace(
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
      'k8s/payments.yaml': SERVICE.replace('"off"', 'false'),
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
      'k8s/payments.yaml': SERVICE.replace(
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

describe('deployments of Terraform', () => {
  let test: Awaited<ReturnType<typeof startTestDeployments>>;

  beforeEach(async () => {
    test = await startTestDeployments({
      variables: { vpc: 'vpc-0aaaaaaaaaaaaaaaa' },
    });
  });

  afterEach(() => test.stop());

  it('follows providers into other regions and accounts, with their default tags', async () => {
    const scope = { accountId: '333344445555', region: 'us-east-1' };
    const vpc = test.world.network.ensureDefaultVpc(scope);
    const steps = await test.commit({
      'infra/main.tf.json': JSON.stringify({
        provider: {
          aws: [
            { region: 'eu-west-1' },
            {
              alias: 'consumer',
              region: 'us-east-1',
              assume_role: {
                role_arn: 'arn:aws:iam::333344445555:role/Deploy',
              },
              default_tags: { tags: { team: 'payments' } },
            },
          ],
        },
        resource: {
          aws_security_group: {
            here: { name: 'here', vpc_id: '${var.vpc}' },
            there: {
              provider: 'aws.consumer',
              name: 'there',
              vpc_id: vpc.id,
              tags: { Name: '${aws_security_group.here.name}' },
            },
          },
          aws_vpc_security_group_ingress_rule: {
            there: {
              provider: 'aws.consumer',
              count: 2,
              security_group_id: '${aws_security_group.there.id}',
              cidr_ipv4: '10.${count.index}.0.0/16',
              ip_protocol: 'tcp',
              from_port: 443,
              to_port: 443,
            },
          },
        },
        variable: { vpc: {} },
      }),
    });
    expect(steps().filter(step => step.state !== 'applied')).toEqual([]);
    const here = test.world.securityGroups.groups.list(TEST_SCOPE);
    expect(here).toEqual([expect.objectContaining({ name: 'here', tags: {} })]);
    const there = test.world.securityGroups.groups.list(scope);
    expect(there).toEqual([
      expect.objectContaining({
        name: 'there',
        tags: { team: 'payments', Name: 'here' },
      }),
    ]);
    const ingress = there[0].rules.filter(rule => !rule.isEgress);
    expect(ingress.map(rule => rule.cidrIpv4)).toEqual([
      '10.0.0.0/16',
      '10.1.0.0/16',
    ]);
  });

  it('connects a consumer by Terraform, and says what the cloud refuses', async () => {
    const [subnet] = test.world.network.subnets.list(TEST_SCOPE);
    const provider = { accountId: '222233334444', region: 'eu-west-1' };
    const vpc = test.world.network.createVpc(provider);
    const { id } = test.world.network.createSubnet(provider, {
      vpcId: vpc.id,
      zone: subnet.zoneId,
    });
    const loadBalancer = test.world.createLoadBalancer(provider, {
      name: 'ledger',
      subnetIds: [id],
    });
    const service = test.world.createEndpointService(provider, {
      loadBalancerArns: [loadBalancer.id],
      state: 'Available',
    });
    const steps = await test.commit({
      'infra/consumer.tf': `
variable "vpc" {}
data "aws_subnets" "private" {
  filter {
    name   = "vpc-id"
    values = [var.vpc]
  }
  filter {
    name   = "availability-zone-id"
    values = ["${subnet.zoneId}"]
  }
}
resource "aws_security_group" "ledger" {
  name   = "to-ledger"
  vpc_id = var.vpc
}
resource "aws_vpc_endpoint" "ledger" {
  vpc_id             = var.vpc
  service_name       = "${service.serviceName}"
  vpc_endpoint_type  = "Interface"
  subnet_ids         = data.aws_subnets.private.ids
  security_group_ids = [aws_security_group.ledger.id]
}
resource "aws_cloudwatch_dashboard" "ledger" {}
`,
    });
    expect(new Map(steps().map(step => [step.address, step.state]))).toEqual(
      new Map([
        ['aws_security_group.ledger', 'applied'],
        ['aws_vpc_endpoint.ledger', 'failed'],
        ['aws_cloudwatch_dashboard.ledger', 'failed'],
      ]),
    );
    const messages = steps()
      .map(step => step.message)
      .join();
    expect(messages).toContain('InvalidServiceName');
    expect(messages).toContain("'aws_cloudwatch_dashboard'");
    test.world.endpointServices.principals.add(service, [
      'arn:aws:iam::111122223333:root',
    ]);
    test.clock.advance(2000);
    expect(test.world.endpoints.endpointsOf(service.id)).toEqual([
      expect.objectContaining({
        state: 'pendingAcceptance',
        subnetIds: [subnet.id],
      }),
    ]);
  });

  it('says that a loop or an unknown name is one', async () => {
    const steps = await test.commit({
      'infra/loop.tf': `
locals { a = aws_sns_topic.two.arn }
resource "aws_sns_topic" "one" { name = local.a }
resource "aws_sns_topic" "two" { name = aws_sns_topic.one.arn }
resource "aws_sns_topic" "three" { name = local.none }
`,
    });
    expect(
      steps()
        .map(step => step.message)
        .join(),
    ).toMatch(/depends on itself/);
    expect(
      steps()
        .map(step => step.message)
        .join(),
    ).toMatch(/no local value 'none'/);
  });
});

describe('deployments of CloudFormation', () => {
  it('applies a template with its parameters, permissions and conditions', async () => {
    const test = await startTestDeployments();
    await test.commit({ 'k8s/payments.yaml': SERVICE });
    const [loadBalancer] =
      test.world.loadBalancing.loadBalancers.list(TEST_SCOPE);
    const template = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  NetworkLoadBalancerArn: { Type: String }
Conditions:
  Never: !Equals [a, b]
Resources:
  Permissions:
    Type: AWS::EC2::VPCEndpointServicePermissions
    Properties:
      ServiceId: !Ref Service
      AllowedPrincipals: [!Sub 'arn:\${AWS::Partition}:iam::444455556666:root']
  Service:
    Type: AWS::EC2::VPCEndpointService
    Properties:
      AcceptanceRequired: !If [Never, false, true]
      NetworkLoadBalancerArns: [!Ref NetworkLoadBalancerArn]
      Tags: [{ Key: backstage-entity-ref, Value: 'component:default/payments' }]
  Skipped:
    Type: AWS::EC2::VPCEndpointService
    Condition: Never
`;
    const steps = await test.commit({ 'infra/stack.yaml': template });
    expect(steps().map(step => step.state)).toEqual(['applied', 'applied']);
    const [service] = test.world.endpointServices.services.list(TEST_SCOPE);
    expect(service).toMatchObject({
      acceptanceRequired: true,
      loadBalancerArns: [loadBalancer.id],
      tags: { 'backstage-entity-ref': 'component:default/payments' },
    });
    expect([...service.allowedPrincipals.keys()]).toEqual([
      'arn:aws:iam::444455556666:root',
    ]);
    await test.stop();
  });
});
