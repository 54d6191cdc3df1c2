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
  description       = "Port 443 from 10.0.0.0/16"
  from_port         = 443
  ip_protocol       = "tcp"
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/16"
  security_group_id = aws_security_group.payments.id
}

resource "aws_vpc_security_group_ingress_rule" "payments_443_sg_0123456789abcdef0" {
  description                  = "Port 443 from sg-0123456789abcdef0"
  from_port                    = 443
  ip_protocol                  = "tcp"
  to_port                      = 443
  referenced_security_group_id = "sg-0123456789abcdef0"
  security_group_id            = aws_security_group.payments.id
}

resource "aws_vpc_security_group_egress_rule" "payments_443_sg_0123456789abcdef0" {
  description                  = "To the endpoint payments"
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

  const withPrivateDns = (
    verification: 'verified' | 'pending' | 'unknown',
  ) => ({
    ...consumer,
    privateDns: { enabled: true, verification },
  });

  it('switches the private DNS name on without a word once it is verified', () => {
    const { files, findings } = buildAwsPrivateLinkConsumer(
      withPrivateDns('verified'),
    );

    expect(files[0].content).toContain('private_dns_enabled = true');
    expect(findings).toEqual([]);
  });

  it.each(['sg-payments', 'sg'])(
    'refuses the name %s, after which EC2 makes no security group',
    name => {
      expect(() => buildAwsPrivateLinkConsumer({ ...consumer, name })).toThrow(
        `name: must not be '${name}': a security group is named after it`,
      );
    },
  );

  it('takes a name that only begins alike', () => {
    const { files } = buildAwsPrivateLinkConsumer({ ...consumer, name: 'sgx' });

    expect(files[0].content).toContain('"sgx-endpoint"');
  });

  it('refuses a private DNS name that is known not to be verified', () => {
    expect(() =>
      buildAwsPrivateLinkConsumer(withPrivateDns('pending')),
    ).toThrow('privateDns.enabled: can be true only once');
  });

  it('says what to look at first where nobody knows of the verification', () => {
    const { files, findings, description } = buildAwsPrivateLinkConsumer(
      withPrivateDns('unknown'),
    );

    const line =
      1 +
      files[0].content
        .split('\n')
        .findIndex(text => text.includes('private_dns_enabled'));
    expect(findings).toEqual([
      expect.objectContaining({
        ruleId: 'aws/private-dns-unconfirmed',
        severity: 'warning',
        line,
        column: 3,
      }),
    ]);
    expect(description).toContain('**Before the merge:** the service’s page');
  });

  it.each([
    ['terraform', 'a.tf', 'private_dns_enabled = '],
    ['cloudformation', 'a.yaml', 'PrivateDnsEnabled: '],
  ] as const)(
    'switches the private DNS name later, in the same %s file and nowhere else',
    (format, path, key) => {
      const infrastructure = { format, path };
      const [{ content }] = buildAwsPrivateLinkConsumer({
        ...consumer,
        infrastructure,
      }).files;
      const before = `# ours\n${content}`;

      const { files } = buildAwsPrivateLinkConsumer(
        { ...withPrivateDns('verified'), infrastructure },
        { existing: { [path]: before } },
      );

      expect(files).toEqual([
        { path, content: before.replace(`${key}false`, `${key}true`) },
      ]);
      expect(() =>
        buildAwsPrivateLinkConsumer(
          { ...consumer, vpc: 'vpc-0aaaaaaaaaaaaaaaa', infrastructure },
          { existing: { [path]: before } },
        ),
      ).toThrow(path);
    },
  );
});
