import { buildAwsPrivateLinkConsumer } from './buildAwsPrivateLinkConsumer';
import { AwsPrivateLinkConsumerInput } from './intents/consumer';

const consumer: AwsPrivateLinkConsumerInput = {
  entityRef: 'component:default/orders',
  name: 'payments',
  account: '333344445555',
  region: 'eu-west-1',
  serviceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0',
  vpc: 'vpc-0123456789abcdef0',
  subnets: ['subnet-0123456789abcdef0'],
  securityGroup: {
    ports: [443],
    sources: [
      { type: 'cidr', cidr: '10.0.0.0/16' },
      { type: 'security-group', id: 'sg-0123456789abcdef0' },
    ],
    allowSourceEgress: true,
  },
  infrastructure: { format: 'terraform', path: 'infra/endpoint.tf' },
};

describe('buildAwsPrivateLinkConsumer', () => {
  it('writes the endpoint and who may use it', () => {
    expect(buildAwsPrivateLinkConsumer(consumer).files).toEqual([
      {
        path: 'infra/endpoint.tf',
        content: `resource "aws_security_group" "payments" {
  description = "Who may use the endpoint payments"
  name        = "payments-endpoint"
  vpc_id      = "vpc-0123456789abcdef0"

  tags = {
    Name                 = "payments"
    backstage-entity-ref = "component:default/orders"
  }
}

resource "aws_vpc_security_group_ingress_rule" "payments_443_10_0_0_0_16" {
  from_port         = 443
  ip_protocol       = "tcp"
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/16"
  security_group_id = aws_security_group.payments.id
}

resource "aws_vpc_security_group_ingress_rule" "payments_443_sg_0123456789abcdef0" {
  from_port                    = 443
  ip_protocol                  = "tcp"
  to_port                      = 443
  referenced_security_group_id = "sg-0123456789abcdef0"
  security_group_id            = aws_security_group.payments.id
}

resource "aws_vpc_security_group_egress_rule" "payments_443_sg_0123456789abcdef0" {
  from_port                    = 443
  ip_protocol                  = "tcp"
  to_port                      = 443
  referenced_security_group_id = aws_security_group.payments.id
  security_group_id            = "sg-0123456789abcdef0"
}

resource "aws_vpc_endpoint" "payments" {
  private_dns_enabled = false
  security_group_ids  = [aws_security_group.payments.id]
  service_name        = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0"
  service_region      = "us-east-1"
  subnet_ids          = ["subnet-0123456789abcdef0"]
  vpc_endpoint_type   = "Interface"
  vpc_id              = "vpc-0123456789abcdef0"

  tags = {
    Name                 = "payments"
    backstage-entity-ref = "component:default/orders"
  }
}
`,
      },
    ]);
  });

  it('switches the private DNS name on only once it is verified', () => {
    const build = (verification: 'verified' | 'pending') =>
      buildAwsPrivateLinkConsumer({
        ...consumer,
        privateDns: { enabled: true, verification },
      });

    expect(build('verified').files[0].content).toContain(
      'private_dns_enabled = true',
    );
    expect(() => build('pending')).toThrow(
      'privateDns.enabled: can be true only once',
    );
  });
});
