import {
  startTestDeployments,
  TEST_SCOPE,
} from './__testUtils__/startTestDeployments';

const EDGE = { accountId: TEST_SCOPE.accountId, region: 'us-east-1' };
const SUBNETS = ['a', 'b'].map(zone => `subnet-0aaaaaaaaaaaaaaa${zone}`);

const distribution = (more: { certificate?: string; webAcl?: string }) => `
resource "aws_cloudfront_distribution" "shop" {
  enabled    = true
  aliases    = ["shop.acme.example"]
  web_acl_id = "${more.webAcl ?? ''}"
  origin {
    domain_name = "lb.acme.example"
    origin_id   = "lb"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "lb"
    viewer_protocol_policy = "https-only"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
  }
  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }
  viewer_certificate {
    ${
      more.certificate
        ? `acm_certificate_arn = "${more.certificate}"\n    ssl_support_method = "sni-only"`
        : 'cloudfront_default_certificate = true'
    }
  }
}
`;

const vpcOrigin = (arn: string, httpsPort = 443) => `
resource "aws_cloudfront_vpc_origin" "shop" {
  vpc_origin_endpoint_config {
    name                   = "shop"
    arn                    = "${arn}"
    http_port              = 80
    https_port             = ${httpsPort}
    origin_protocol_policy = "https-only"
    origin_ssl_protocols {
      items    = ["TLSv1.2"]
      quantity = 1
    }
  }
}
`;

describe('what AWS refuses of infrastructure code', () => {
  let test: Awaited<ReturnType<typeof startTestDeployments>>;

  beforeEach(async () => {
    test = await startTestDeployments();
  });
  afterEach(() => test.stop());

  /** The problems of one file, once it has had time. */
  async function problemsOf(text: string) {
    const steps = await test.commit({ 'infra/main.tf': text });
    for (let round = 0; round < 10; round++) test.clock.advance(2000);
    return steps()
      .filter(({ state }) => state !== 'applied')
      .map(({ message }) => message);
  }
  const certificate = (region: string, domainName = 'shop.acme.example') =>
    test.world.certificates.create(
      { ...EDGE, region },
      { domainName, state: 'ISSUED' },
    ).id;

  it('is an alias without a certificate of us-east-1 that covers it', async () => {
    const message = 'InvalidViewerCertificate';
    const cases = [
      distribution({}),
      distribution({ certificate: certificate('eu-west-1') }),
      distribution({ certificate: certificate('us-east-1', 'globex.example') }),
    ];
    for (const text of cases) {
      await expect(problemsOf(text)).resolves.toEqual([
        expect.stringContaining(message),
      ]);
    }
    const fine = distribution({ certificate: certificate('us-east-1') });
    await expect(problemsOf(fine)).resolves.toEqual([]);
  });

  it('is a web ACL of a region in front of a distribution, and one for distributions elsewhere', async () => {
    const regional = test.world.webAcls.create(TEST_SCOPE, {
      name: 'regional',
      wafScope: 'REGIONAL',
    });
    const text = distribution({
      certificate: certificate('us-east-1'),
      webAcl: regional.id,
    });
    await expect(problemsOf(text)).resolves.toEqual([
      expect.stringContaining('InvalidWebACLId'),
    ]);
    await expect(
      problemsOf(`
resource "aws_wafv2_ip_set" "blocked" {
  name               = "blocked"
  scope              = "CLOUDFRONT"
  ip_address_version = "IPV4"
  addresses          = []
}
`),
    ).resolves.toEqual([
      expect.stringContaining('WAFInvalidParameterException'),
    ]);
  });

  it('is a VPC origin to a public load balancer, and to one without security groups', async () => {
    const create = (scheme: 'internal' | 'internet-facing', groups: string[]) =>
      test.world.createLoadBalancer(TEST_SCOPE, {
        name: `shop-${scheme}`,
        scheme,
        subnetIds: SUBNETS,
        securityGroupIds: groups,
        state: 'active',
      }).id;
    const group = test.world.securityGroups.ensureDefaultGroup(
      TEST_SCOPE,
      'vpc-0aaaaaaaaaaaaaaaa',
    );
    await expect(
      problemsOf(vpcOrigin(create('internet-facing', [group.id]))),
    ).resolves.toEqual([expect.stringContaining('is internet-facing')]);
    await expect(
      problemsOf(vpcOrigin(create('internal', []))),
    ).resolves.toEqual([expect.stringContaining('has no security group')]);
  });

  it('is a change of a VPC origin that a distribution uses', async () => {
    const group = test.world.securityGroups.ensureDefaultGroup(
      TEST_SCOPE,
      'vpc-0aaaaaaaaaaaaaaaa',
    );
    const { id, dnsName } = test.world.createLoadBalancer(TEST_SCOPE, {
      name: 'shop',
      subnetIds: SUBNETS,
      securityGroupIds: [group.id],
      state: 'active',
    });
    await expect(problemsOf(vpcOrigin(id))).resolves.toEqual([]);
    const [origin] = test.world.vpcOrigins.list(TEST_SCOPE.accountId);
    test.world.distributions.create(TEST_SCOPE.accountId, {
      config: {
        origins: [
          {
            id: 'shop',
            domainName: dnsName,
            target: {
              type: 'vpc',
              vpcOriginId: origin.id,
              readTimeoutSeconds: 30,
              keepaliveTimeoutSeconds: 5,
            },
          },
        ],
      },
    });
    await expect(problemsOf(vpcOrigin(id, 8443))).resolves.toEqual([
      expect.stringContaining('CannotUpdateEntityWhileInUse'),
    ]);
    await expect(problemsOf('')).resolves.toEqual([
      expect.stringContaining('CannotDeleteEntityWhileInUse'),
    ]);
  });

  it('is a subnet of somebody else in a share, and a trust policy that is no JSON', async () => {
    await expect(
      problemsOf(`
resource "aws_ram_resource_share" "subnets" {
  name = "subnets"
}
resource "aws_ram_resource_association" "a" {
  resource_share_arn = aws_ram_resource_share.subnets.arn
  resource_arn       = "arn:aws:ec2:eu-west-1:999988887777:subnet/subnet-0bbbbbbbbbbbbbbb1"
}
resource "aws_iam_role" "broken" {
  name               = "broken"
  assume_role_policy = "{"
}
`),
    ).resolves.toEqual([
      expect.stringContaining('MalformedPolicyDocument'),
      expect.stringContaining('MalformedArnException'),
    ]);
  });

  it('is a record that is there already', async () => {
    const zone = test.world.hostedZones.createZone(TEST_SCOPE.accountId, {
      name: 'acme.example',
    });
    const record = {
      name: 'shop.acme.example',
      type: 'A',
      ttl: 60,
      values: ['192.0.2.1'],
    };
    test.world.hostedZones.changeRecords(TEST_SCOPE.accountId, zone.id, {
      changes: [{ action: 'CREATE', record }],
    });
    const text = (more: string) => `
data "aws_route53_zone" "acme" {
  name = "acme.example."
}
resource "aws_route53_record" "shop" {
  zone_id = data.aws_route53_zone.acme.zone_id
  name    = "shop.acme.example"
  type    = "A"
  ttl     = 60
  records = ["192.0.2.2"]
  ${more}
}
`;
    await expect(problemsOf(text(''))).resolves.toEqual([
      expect.stringContaining('it already exists'),
    ]);
    await expect(problemsOf(text('allow_overwrite = true'))).resolves.toEqual(
      [],
    );
    expect(
      test.world.hostedZones.lookup('shop.acme.example', 'A')?.values,
    ).toEqual(['192.0.2.2']);
  });
});
