import {
  startTestDeployments,
  TEST_SCOPE,
} from './__testUtils__/startTestDeployments';

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
