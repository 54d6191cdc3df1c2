import { parse } from 'yaml';
import { platformEntrance } from './__testUtils__/platformEntrance';
import { readHclWithTerraform } from './__testUtils__/readHclWithTerraform';
import { sharedCluster } from './__testUtils__/sharedRoute';
import { buildAwsPublicEntrance } from './buildAwsPublicEntrance';
import { UnsafeEditError } from './errors';
import { AwsPublicEntranceInput } from './intents/awsPublicEntrance';

/** What tests look into, as deep as they like. */
interface Tree {
  [key: string]: Tree;
}

const CERTIFICATE =
  'arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0000-4000-8000-00000000000a';
const template = {
  format: 'cloudformation',
  path: 'infra/entrance.yaml',
} as const;
const SUBJECT = 'system:serviceaccount:external-dns:external-dns';

function build(
  change: Partial<AwsPublicEntranceInput> = {},
  existing: Record<string, string> = {},
) {
  const built = buildAwsPublicEntrance(
    { ...platformEntrance, ...change },
    { existing, clusterProfile: sharedCluster },
  );
  const after = Object.fromEntries(
    built.files.map(({ path, content }) => [path, content]),
  );
  return { ...built, after };
}

describe('buildAwsPublicEntrance', () => {
  it('makes a Service with the name as an annotation, and lets CloudFront alone in', async () => {
    const { after, description, findings, title } = build();
    const service = parse(after['k8s/entrance.yaml']) as Tree;
    const { resource } = (await readHclWithTerraform(
      after['infra/entrance.tf'],
    )) as Record<string, Tree>;

    expect(service.metadata).toEqual({
      name: 'public',
      namespace: 'edge',
      annotations: expect.objectContaining({
        'external-dns.kubernetes.io/hostname': 'lb.acme.example',
        'service.beta.kubernetes.io/aws-load-balancer-scheme':
          'internet-facing',
        'service.beta.kubernetes.io/aws-load-balancer-security-groups':
          'public-cloudfront',
      }),
    });
    expect(
      resource.aws_vpc_security_group_ingress_rule.public_cloudfront,
    ).toMatchObject([{ from_port: 443, to_port: 443 }]);
    expect(findings).toEqual([]);
    expect(title).toBe('Set up the public entrance of cluster platform-eu');
    expect(description).toContain('**a public load balancer**');
  });

  it('holds external-dns to the zone, and to its one service account', async () => {
    const { after, description } = build();
    const { data, resource } = (await readHclWithTerraform(
      after['infra/entrance.tf'],
    )) as Record<string, Tree>;

    expect(data.aws_iam_policy_document.public_external_dns).toMatchObject([
      {
        statement: [
          {
            actions: [
              'route53:ChangeResourceRecordSets',
              'route53:ListResourceRecordSets',
              'route53:ListTagsForResources',
            ],
            resources: ['${data.aws_route53_zone.public_external_dns.arn}'],
          },
          { actions: ['route53:ListHostedZones'], resources: ['*'] },
        ],
      },
    ]);
    expect(
      JSON.stringify(data.aws_iam_policy_document.public_external_dns_trust),
    ).toContain(SUBJECT);
    // A role's name holds for the account, where other clusters may have an entrance of the same name.
    expect(resource.aws_iam_role.public_external_dns).toMatchObject([
      { name: 'platform-eu-external-dns' },
    ]);
    expect(description).toContain(
      '`eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/platform-eu-external-dns`',
    );
  });

  it('says the same in CloudFormation, with what it can’t look up as parameters', () => {
    const { after, description } = build({ infrastructure: template });
    const { Parameters, Resources } = parse(after[template.path]) as Tree;

    expect(Object.keys(Parameters)).toEqual([
      'CloudFrontPrefixList',
      'HostedZoneId',
    ]);
    expect(Resources.PublicCloudfrontGroup).toMatchObject({
      Properties: {
        GroupName: 'public-cloudfront',
        SecurityGroupIngress: [
          {
            FromPort: 443,
            ToPort: 443,
            SourcePrefixListId: { Ref: 'CloudFrontPrefixList' },
          },
        ],
      },
    });
    expect(Resources.ExternalDnsPolicy).toMatchObject({
      Properties: {
        PolicyDocument: {
          Statement: [
            {
              Action: expect.arrayContaining([
                'route53:ChangeResourceRecordSets',
              ]),
              Resource: {
                'Fn::Join': [
                  '',
                  ['arn:aws:route53:::hostedzone/', { Ref: 'HostedZoneId' }],
                ],
              },
            },
            { Action: ['route53:ListHostedZones'], Resource: ['*'] },
          ],
        },
      },
    });
    expect(Resources.ExternalDnsRole).toMatchObject({
      Properties: {
        RoleName: 'platform-eu-external-dns',
        ManagedPolicyArns: [{ Ref: 'ExternalDnsPolicy' }],
      },
    });
    expect(JSON.stringify(Resources.ExternalDnsRole)).toContain(SUBJECT);
    expect(description).toContain(
      'Deploy `infra/entrance.yaml` in `eu-west-1`, with the id of CloudFront’s prefix list',
    );
    expect(description).toContain('with `CAPABILITY_NAMED_IAM`');
  });

  it.each([['terraform'], ['cloudformation']] as const)(
    'leaves the role to people who have one (%s)',
    format => {
      const infrastructure =
        format === 'terraform' ? platformEntrance.infrastructure : template;
      const { after, description } = build({
        infrastructure,
        externalDns: undefined,
      });

      expect(after[infrastructure.path]).not.toMatch(/iam|route53|HostedZone/i);
      expect(description).not.toMatch(/role-arn|CAPABILITY_NAMED_IAM/);
    },
  );

  it('ends TLS at the load balancer where it has a certificate', () => {
    const { after, description } = build({ certificateArn: CERTIFICATE });

    const service = parse(after['k8s/entrance.yaml']);
    expect(service.metadata.annotations).toMatchObject({
      'service.beta.kubernetes.io/aws-load-balancer-ssl-cert': CERTIFICATE,
    });
    expect(service.spec.ports).toEqual([
      { name: 'https', port: 443, targetPort: 80, protocol: 'TCP' },
    ]);
    expect(description).toContain('on port `80`, **in plain HTTP**');
  });

  it('hands TLS through to the pods where it has none', () => {
    const { after, description } = build();

    expect(parse(after['k8s/entrance.yaml']).spec.ports).toMatchObject([
      { port: 443, targetPort: 443 },
    ]);
    expect(description).toContain('on port `443`, which speaks TLS');
  });

  it.each([platformEntrance.infrastructure, template])(
    'has nothing to write the second time: $format',
    infrastructure => {
      const { after } = build({ infrastructure });

      expect(build({ infrastructure }, after).files).toEqual([]);
    },
  );

  it('leaves an entrance of people’s own to them', () => {
    const { after } = build();
    const existing = {
      'k8s/entrance.yaml': after['k8s/entrance.yaml'].replace(
        'internet-facing',
        'internal',
      ),
    };

    expect(() => build({}, existing)).toThrow(UnsafeEditError);
  });

  it.each<[Partial<AwsPublicEntranceInput>, string]>([
    [{ hostName: 'lb.other.example' }, 'hostName: must lie in the zone'],
    [
      { service: { ...platformEntrance.service, name: 'sg-public' } },
      "service.name: must not be 'sg-public': a security group is named after it",
    ],
    [
      { service: { ...platformEntrance.service, selector: {} } },
      'service.selector: must name a label',
    ],
    [
      {
        certificateArn: CERTIFICATE,
        service: { ...platformEntrance.service, targetPort: 443 },
      },
      'service.targetPort: must be where the pods listen for plain HTTP, not 443',
    ],
    [
      { certificateArn: CERTIFICATE.replace('eu-west-1', 'us-east-1') },
      "certificateArn: must be of region 'eu-west-1'",
    ],
    [
      { certificateArn: CERTIFICATE.replace('111122223333', '555566667777') },
      "certificateArn: must be of account '111122223333'",
    ],
    [
      { region: 'cn-north-1', externalDns: undefined },
      'region: must be a region of the partition aws',
    ],
    [{ region: 'eu-west-2' }, "externalDns.issuer: must be of region 'eu-west"],
    [
      { region: 'eu-west-2', externalDns: undefined },
      "region: must be 'eu-west-1', as the cluster profile says",
    ],
    [{ account: '999988887777' }, "account: must be '111122223333'"],
    [{ externalDnsPrefix: '' }, 'externalDnsPrefix: must be'],
    [
      { infrastructure: { ...template, path: 'k8s/entrance.yaml' } },
      'infrastructure.path: must differ',
    ],
  ])('refuses %j', (change, message) => {
    expect(() => build(change)).toThrow(message);
  });

  it.each([
    [
      { controller: { type: 'in-tree' as const, webhook: true } },
      'cluster: needs the AWS Load Balancer Controller',
    ],
    [
      { loadBalancerAccount: '999988887777' },
      "cluster: makes its load balancers in account '999988887777'",
    ],
    [
      { partition: 'aws-cn' as const },
      'cluster: is in aws-cn, which this CloudFront does not reach',
    ],
  ])('refuses a cluster with %j', (change, message) => {
    expect(() =>
      buildAwsPublicEntrance(platformEntrance, {
        clusterProfile: { ...sharedCluster, ...change },
      }),
    ).toThrow(message);
  });
});
