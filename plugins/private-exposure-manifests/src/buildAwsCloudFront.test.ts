import { parse, parseAllDocuments } from 'yaml';
import { readHclWithTerraform } from './__testUtils__/readHclWithTerraform';
import { publicEntrance, shopCloudFront } from './__testUtils__/shopCloudFront';
import { buildAwsCloudFront } from './buildAwsCloudFront';
import { UnsafeEditError } from './errors';
import { AwsCloudFrontInput } from './intents/awsCloudFront';

/** What tests look into, as deep as they like. */
interface Tree {
  [key: string]: Tree;
}

const vpcOrigin = { type: 'vpc-origin', vpc: 'vpc-0a1b2c3d4e5f60718' } as const;
const network = {
  port: 443,
  service: { ...shopCloudFront.service, ports: [{ port: 443 }] },
  origin: { ...vpcOrigin, loadBalancer: 'network' },
} satisfies Partial<AwsCloudFrontInput>;
const CERTIFICATE =
  'arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0000-4000-8000-00000000000a';
const WEB_ACL =
  'arn:aws:wafv2:us-east-1:111122223333:global/webacl/edge/0a1b2c3d-0000-4000-8000-00000000000a';
const SECRET =
  'arn:aws:secretsmanager:eu-west-1:111122223333:secret:edge/origin-Ab12Cd';

const build = (
  change: Partial<AwsCloudFrontInput> = {},
  existing: Record<string, string> = {},
) => buildAwsCloudFront({ ...shopCloudFront, ...change }, { existing });

const contentOf = (files: { path: string; content: string }[], path: string) =>
  files.find(file => file.path === path)?.content ?? '';

/** Resources and look-ups of a Terraform file by address, as HashiCorp's parser reads them. */
async function terraformOf(change: Partial<AwsCloudFrontInput> = {}) {
  const { files } = build(change);
  const { resource, data } = (await readHclWithTerraform(
    contentOf(files, 'infra/cloudfront.tf'),
  )) as Record<string, Record<string, Record<string, [Tree]>>>;
  const addresses = (prefix: string, byType: typeof data = {}) =>
    Object.entries(byType).flatMap(([type, byLabel]) =>
      Object.entries(byLabel).map(([label, [body]]): [string, Tree] => [
        `${prefix}${type}.${label}`,
        body,
      ]),
    );
  return Object.fromEntries([
    ...addresses('aws_', strip(resource)),
    ...addresses('data.aws_', strip(data)),
  ]);
}

function strip<T>(byType: Record<string, T> = {}): Record<string, T> {
  return Object.fromEntries(
    Object.entries(byType).map(([type, value]) => [
      type.replace(/^aws_/, ''),
      value,
    ]),
  );
}

function manifestsOf(change: Partial<AwsCloudFrontInput> = {}) {
  return build(change)
    .files.filter(({ path }) => path.startsWith('k8s/'))
    .flatMap(({ content }) => parseAllDocuments(content))
    .map(document => document.toJS() as Tree);
}

describe('buildAwsCloudFront', () => {
  it('reaches an internal load balancer inside the VPC by HTTPS', async () => {
    const found = await terraformOf();

    expect(found['aws_cloudfront_vpc_origin.shop']).toMatchObject({
      vpc_origin_endpoint_config: [
        {
          arn: '${data.aws_lb.shop.arn}',
          https_port: 443,
          origin_protocol_policy: 'https-only',
        },
      ],
    });
    expect(found['aws_cloudfront_distribution.shop']).toMatchObject({
      aliases: ['shop.acme.example'],
      origin: [
        {
          domain_name: '${data.aws_lb.shop.dns_name}',
          vpc_origin_config: [
            { vpc_origin_id: '${aws_cloudfront_vpc_origin.shop.id}' },
          ],
        },
      ],
      default_cache_behavior: [
        {
          viewer_protocol_policy: 'https-only',
          cache_policy_id: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        },
      ],
      web_acl_id: '${aws_wafv2_web_acl.shop.arn}',
    });
    const [service, ingress] = manifestsOf();
    expect(service.spec.type).toBe('ClusterIP');
    expect(ingress).toMatchObject({
      metadata: {
        annotations: {
          'alb.ingress.kubernetes.io/scheme': 'internal',
          'alb.ingress.kubernetes.io/listen-ports': '[{"HTTPS":443}]',
          'alb.ingress.kubernetes.io/security-groups': 'shop-cloudfront',
        },
      },
      spec: { rules: [{ host: 'shop.acme.example' }] },
    });
  });

  it('looks the load balancer up by what the controller writes on it, and not before it can be there', async () => {
    const found = await terraformOf();

    expect(found['data.aws_lb.shop']).toEqual({
      tags: {
        'elbv2.k8s.aws/cluster': 'platform-eu',
        'ingress.k8s.aws/stack': 'shop/shop-cloudfront',
      },
      depends_on: [
        '${aws_acm_certificate_validation.shop_origin}',
        '${aws_vpc_security_group_ingress_rule.shop_cloudfront}',
      ],
    });
  });

  it('lets CloudFront alone in, with one rule, for its list counts as 55', async () => {
    const found = await terraformOf();

    expect(
      Object.keys(found).filter(address => address.includes('ingress_rule')),
    ).toEqual(['aws_vpc_security_group_ingress_rule.shop_cloudfront']);
    expect(
      found['aws_vpc_security_group_ingress_rule.shop_cloudfront'],
    ).toMatchObject({
      prefix_list_id: '${data.aws_ec2_managed_prefix_list.shop_cloudfront.id}',
      from_port: 443,
      to_port: 443,
    });
    expect(found['data.aws_ec2_managed_prefix_list.shop_cloudfront']).toEqual({
      name: 'com.amazonaws.global.cloudfront.origin-facing',
    });
  });

  it('keeps certificate, firewall and logs where CloudFront looks for them', async () => {
    const found = await terraformOf();
    const { files } = build();

    const elsewhere = Object.entries(found).flatMap(([address, body]) =>
      /acm_certificate|wafv2|cloudwatch/.test(address) &&
      String(body.provider) !== '${aws.us_east_1}'
        ? [address]
        : [],
    );
    expect(elsewhere).toEqual([
      'aws_acm_certificate.shop_origin',
      'aws_acm_certificate_validation.shop_origin',
    ]);
    expect(contentOf(files, 'infra/us-east-1.tf')).toBe(
      'provider "aws" {\n  alias  = "us_east_1"\n  region = "us-east-1"\n}\n',
    );
    expect(
      build({ usEast1Declared: true }).files.map(({ path }) => path),
    ).not.toContain('infra/us-east-1.tf');
  });

  it('blocks, and lets nobody past the rules that follow', async () => {
    const open = (await terraformOf())['aws_wafv2_web_acl.shop'];
    const closed = await terraformOf({
      webAcl: {
        type: 'own',
        allow: ['192.0.2.0/24', '2001:db8::/32'],
        rateLimit: 500,
      },
    });

    const rulesOf = ({ rule }: Tree) =>
      Object.values(rule).map(({ name, action, override_action }) => [
        name,
        ...Object.keys((action ?? override_action)[0]),
      ]);
    expect(rulesOf(open)).toEqual([
      ['block-listed', 'block'],
      ['AWSManagedRulesAmazonIpReputationList', 'none'],
      ['AWSManagedRulesCommonRuleSet', 'none'],
      ['AWSManagedRulesKnownBadInputsRuleSet', 'none'],
    ]);
    expect(rulesOf(closed['aws_wafv2_web_acl.shop']).slice(0, 3)).toEqual([
      ['block-listed', 'block'],
      ['block-others', 'block'],
      ['rate-limit', 'block'],
    ]);
    expect(closed['aws_wafv2_ip_set.shop_allow_ipv4']).toMatchObject({
      addresses: ['192.0.2.0/24'],
    });
    expect(closed['aws_wafv2_ip_set.shop_allow_ipv6']).toMatchObject({
      addresses: ['2001:db8::/32'],
    });
    expect(JSON.stringify(closed['aws_wafv2_web_acl.shop'])).toContain(
      '"not_statement":[{"statement":[{"or_statement"',
    );
  });

  it('leaves a shared web ACL to who keeps it', async () => {
    const found = await terraformOf({
      webAcl: { type: 'shared', arn: WEB_ACL },
    });

    expect(Object.keys(found).join()).not.toContain('wafv2');
    expect(found['aws_cloudfront_distribution.shop']).toMatchObject({
      web_acl_id: WEB_ACL,
    });
  });

  it('proves every name by its record, and leads each to the distribution', async () => {
    const found = await terraformOf({
      hostNames: ['shop.acme.example', 'www.acme.example'],
    });

    expect(found['aws_acm_certificate.shop']).toMatchObject({
      domain_name: 'shop.acme.example',
      subject_alternative_names: ['www.acme.example'],
      validation_method: 'DNS',
    });
    expect(found['aws_route53_record.shop_validation_1']).toMatchObject({
      name: '${tolist(aws_acm_certificate.shop.domain_validation_options)[1].resource_record_name}',
    });
    expect(found['aws_route53_record.shop_aaaa_1']).toMatchObject({
      name: 'www.acme.example',
      type: 'AAAA',
      alias: [{ name: '${aws_cloudfront_distribution.shop.domain_name}' }],
    });
  });

  it('hands TLS through a Network Load Balancer, which has a security group from the start', async () => {
    const found = await terraformOf(network);
    const [service] = manifestsOf(network);

    expect(service).toMatchObject({
      metadata: {
        annotations: {
          'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal',
          'service.beta.kubernetes.io/aws-load-balancer-security-groups':
            'shop-cloudfront',
        },
      },
      spec: { type: 'LoadBalancer', loadBalancerClass: 'service.k8s.aws/nlb' },
    });
    expect(JSON.stringify(service)).not.toContain('ssl-cert');
    expect(found['data.aws_lb.shop'].tags).toMatchObject({
      'service.k8s.aws/stack': 'shop/shop',
    });
    expect(found['aws_acm_certificate.shop_origin']).toBeUndefined();
  });

  it('takes certificate and groups that are there', async () => {
    const origin = {
      type: 'vpc-origin',
      certificateArn: CERTIFICATE,
      securityGroups: ['sg-0a1b2c3d4e5f60718'],
    } satisfies AwsCloudFrontInput['origin'];
    const found = await terraformOf({ origin });
    const [, ingress] = manifestsOf({ origin });

    expect(found['data.aws_lb.shop'].depends_on).toBeUndefined();
    expect(Object.keys(found).join()).not.toMatch(/security_group|_origin,/);
    expect(ingress.metadata.annotations).toMatchObject({
      'alb.ingress.kubernetes.io/certificate-arn': CERTIFICATE,
      'alb.ingress.kubernetes.io/security-groups': 'sg-0a1b2c3d4e5f60718',
    });
  });

  it('says of HTTP to the load balancer that it is HTTP', async () => {
    const { description } = build({
      origin: { ...vpcOrigin, protocol: 'http' },
    });

    expect(description).toContain('by **HTTP** on port `80`');
  });

  it('asks a reviewer about the service that a path is taken from', () => {
    const [other] = build({
      origin: publicEntrance,
      service: { ...shopCloudFront.service, name: 'other' },
    }).files.filter(({ path }) => path === 'k8s/routes.yaml');
    const { description } = buildAwsCloudFront(
      { ...shopCloudFront, origin: publicEntrance, paths: [{ path: '/pay' }] },
      { existing: { 'k8s/other.yaml': other.content } },
    );

    expect(description).toContain(
      '- Whoever has `shop/other` agrees: so far it gets these requests of `shop.acme.example/`',
    );
  });

  it('routes the names at a public entrance, and asks it by HTTPS alone', async () => {
    const origin = {
      ...publicEntrance,
      secretHeader: { secretArn: SECRET },
    };
    const found = await terraformOf({ origin });
    const { files, findings, description } = build({ origin });

    expect(found['aws_cloudfront_distribution.shop']).toMatchObject({
      origin: [
        {
          domain_name: 'lb.acme.example',
          custom_origin_config: [{ origin_protocol_policy: 'https-only' }],
          custom_header: [
            {
              name: 'X-Origin-Verify',
              value:
                '${data.aws_secretsmanager_secret_version.shop.secret_string}',
            },
          ],
        },
      ],
    });
    expect(contentOf(files, 'k8s/routes.yaml')).toContain('shop.acme.example');
    expect(contentOf(files, 'k8s/shop.yaml')).toContain('type: ClusterIP');
    expect(findings.map(({ ruleId }) => ruleId)).toEqual([
      'kubernetes/ingress-nginx',
    ]);
    expect(description).toContain('the entrance itself is on the Internet');
    expect(description).toContain(`The secret \`${SECRET}\` is made for this`);
  });

  it.each(['yaml', 'json'] as const)(
    'says the same in CloudFormation, in one stack a region (%s)',
    extension => {
      const path = `infra/cloudfront.${extension}`;
      const { files, description } = build({
        hostNames: ['shop.acme.example', 'www.acme.example'],
        infrastructure: { format: 'cloudformation', path },
      });
      const main = parse(contentOf(files, path)) as Tree;
      const origin = parse(
        contentOf(files, `infra/cloudfront-origin.${extension}`),
      ) as Tree;

      expect(main.Resources.ShopDistribution).toMatchObject({
        Properties: {
          DistributionConfig: {
            Aliases: ['shop.acme.example', 'www.acme.example'],
            DefaultCacheBehavior: { ViewerProtocolPolicy: 'https-only' },
            Origins: [
              {
                DomainName: { Ref: 'LoadBalancerDnsName' },
                VpcOriginConfig: {
                  VpcOriginId: { 'Fn::GetAtt': ['ShopVpcOrigin', 'Id'] },
                },
              },
            ],
            ViewerCertificate: {
              AcmCertificateArn: { Ref: 'ShopCertificate' },
            },
            WebACLId: { 'Fn::GetAtt': ['ShopWebAcl', 'Arn'] },
          },
        },
      });
      expect(main.Resources.ShopVpcOrigin).toMatchObject({
        Properties: {
          VpcOriginEndpointConfig: { OriginProtocolPolicy: 'https-only' },
        },
      });
      expect(main.Resources.ShopIpv6Name1).toMatchObject({
        Properties: { Name: 'www.acme.example', Type: 'AAAA' },
      });
      expect(Object.values(origin.Resources).map(({ Type }) => Type)).toEqual([
        'AWS::CertificateManager::Certificate',
        'AWS::EC2::SecurityGroup',
      ]);
      expect(description).toContain(
        `Deploy \`infra/cloudfront-origin.${extension}\` in \`eu-west-1\``,
      );
      expect(description).toContain(`Deploy \`${path}\` in \`us-east-1\``);
    },
  );

  it('names a secret in CloudFormation, and never has its value', () => {
    const infrastructure = {
      format: 'cloudformation',
      path: 'infra/cloudfront.json',
    } as const;
    const withSecret = (secretArn: string) =>
      build({
        infrastructure,
        origin: { ...publicEntrance, secretHeader: { secretArn } },
      });

    const secretArn = SECRET.replace('eu-west-1', 'us-east-1');
    expect(
      contentOf(withSecret(secretArn).files, infrastructure.path),
    ).toContain(`{{resolve:secretsmanager:${secretArn}:SecretString}}`);
    expect(() => withSecret(SECRET)).toThrow(
      /^origin.secretHeader.secretArn: must be in us-east-1/,
    );
  });

  it.each([
    ['eu-west-1', undefined],
    ['us-east-1', '${aws.us_east_1}'],
  ])(
    'has Terraform read a secret of %s where it is kept',
    async (region, provider) => {
      const secretArn = SECRET.replace('eu-west-1', region);
      const { files } = build({
        origin: { ...publicEntrance, secretHeader: { secretArn } },
      });
      const { data } = (await readHclWithTerraform(
        contentOf(files, 'infra/cloudfront.tf'),
      )) as { data: Record<string, Record<string, object[]>> };

      expect(data.aws_secretsmanager_secret_version.shop).toEqual([
        { ...(provider ? { provider } : {}), secret_id: secretArn },
      ]);
    },
  );

  it('keeps a Service that is there, and adds the way to it after it', () => {
    const before =
      '# ours\napiVersion: v1\nkind: Service\nmetadata:\n  name: shop\n  namespace: shop\nspec:\n  ports: [{port: 80}] # one\n';
    const { files } = build(
      { service: { name: 'shop', namespace: 'shop' } },
      { 'k8s/shop.yaml': before },
    );

    const content = contentOf(files, 'k8s/shop.yaml');
    expect(content.startsWith(before)).toBe(true);
    expect(content).toContain('kind: Ingress');
  });

  it.each([
    ['a VPC origin', {}],
    ['a Network Load Balancer', network],
    ['a public entrance', { origin: publicEntrance }],
    [
      'CloudFormation',
      {
        infrastructure: {
          format: 'cloudformation' as const,
          path: 'infra/cloudfront.json',
        },
      },
    ],
  ])('has nothing to write the second time: %s', (_, change) => {
    const existing = Object.fromEntries(
      build(change).files.map(({ path, content }) => [path, content]),
    );

    expect(build(change, existing).files).toEqual([]);
  });

  it.each([
    ['infra/cloudfront.tf', 'https-only', 'allow-all'],
    ['k8s/shop.yaml', 'internal', 'internet-facing'],
  ])(
    'leaves %s to people where it says something else',
    (path, text, other) => {
      const content = contentOf(build().files, path).replaceAll(text, other);

      expect(() => build({}, { [path]: content })).toThrow(UnsafeEditError);
    },
  );
});
