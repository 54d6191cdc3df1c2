import { sharedCluster } from './__testUtils__/sharedRoute';
import {
  networkCloudFront,
  publicEntrance,
  shopCloudFront,
} from './__testUtils__/shopCloudFront';
import { buildAwsCloudFront } from './buildAwsCloudFront';
import { AwsCloudFrontInput } from './intents/awsCloudFront';

const build = (change: Partial<AwsCloudFrontInput> = {}) =>
  buildAwsCloudFront({ ...shopCloudFront, ...change });

describe('the text of a published service', () => {
  it.each<[string, Partial<AwsCloudFrontInput>, string | undefined]>([
    ['VPC origins and log delivery', {}, '5.83.0'],
    ['VPC origins', { logs: { bucket: 'acme-access-logs' } }, '5.82.0'],
    ['log delivery', { origin: publicEntrance }, '5.83.0'],
    [
      'neither',
      { origin: publicEntrance, logs: { bucket: 'acme-access-logs' } },
      undefined,
    ],
    [
      'CloudFormation',
      {
        infrastructure: {
          format: 'cloudformation',
          path: 'infra/cloudfront.json',
        },
      },
      undefined,
    ],
  ])(
    'says which version of the Terraform provider knows %s',
    (_, change, version) => {
      const [, said] =
        /`hashicorp\/aws` in version (\S+) or newer/.exec(
          build(change).description,
        ) ?? [];

      expect(said).toBe(version);
    },
  );

  it('says what a Service that is there loses to its new load balancer', () => {
    const AWS = 'service.beta.kubernetes.io/aws-load-balancer-';
    const { path } = shopCloudFront.manifest;
    const content = [
      'apiVersion: v1',
      'kind: Service',
      'metadata:',
      '  name: shop',
      '  namespace: shop',
      '  annotations:',
      '    example.com/team: shop',
      `    ${AWS}scheme: "internal"`,
      `    ${AWS}attributes: "deletion_protection.enabled=true"`,
      `    ${AWS}target-group-attributes: "preserve_client_ip.enabled=true"`,
      'spec:',
      '  type: LoadBalancer',
      '  loadBalancerClass: service.k8s.aws/nlb',
      '  selector: {app: shop}',
      '  ports: [{port: 443}]',
      '',
    ].join('\n');
    const input = { ...shopCloudFront, ...networkCloudFront };
    const written = buildAwsCloudFront(input, {
      existing: { [path]: content },
    });
    const [, said] = written.description.split('Changes to what is there');

    expect(said).toContain(
      `\`metadata › annotations › ${AWS}target-group-attributes\` | \`preserve_client_ip.enabled=true\` | **removed** |`,
    );
    expect(said).toContain(
      '`deletion_protection.enabled=true` | `load_balancing.cross_zone.enabled=true` |',
    );
    expect(said).not.toContain('example.com/team');
    const again = buildAwsCloudFront(input, {
      existing: Object.fromEntries(
        written.files.map(file => [file.path, file.content]),
      ),
    });
    expect(again.description).not.toContain('Changes to what is there');
  });

  it('says what a later plan shows of the VPC origin', () => {
    const existing = {
      type: 'vpc-origin',
      securityGroups: ['sg-0a1b2c3d4e5f60718'],
      certificateArn:
        'arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0000-4000-8000-00000000000a',
    } satisfies AwsCloudFrontInput['origin'];

    expect(build().description).toContain(
      'it also shows an update of the VPC origin',
    );
    expect(build({ origin: existing }).description).not.toContain(
      'an update of the VPC origin',
    );
  });
});

describe('an Ingress of a group behind CloudFront', () => {
  const CERTIFICATE =
    'arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0000-4000-8000-00000000000a';
  const inGroup = (certificateArn?: string, existing = {}) =>
    buildAwsCloudFront(
      {
        ...shopCloudFront,
        origin: {
          ...publicEntrance,
          route: {
            form: 'aws-ingress-group',
            path: 'k8s/routes.yaml',
            ingress: { name: 'shop', namespace: 'shop' },
            group: 'public',
            certificateArn,
          },
        },
      },
      {
        existing,
        clusterProfile: {
          ...sharedCluster,
          ingressGroups: [{ name: 'public', namespaces: ['shop'] }],
        },
      },
    );

  it('answers on port 443, where CloudFront asks, with the certificate of the group', () => {
    const { description } = inGroup(CERTIFICATE);

    expect(description).toContain('| listener 443 | HTTPS');
    expect(description).toContain('| requests 443 shop.acme.example');
    expect(description).not.toMatch(/listener 80|answers on port 80 alone/);
  });

  it('is something to look at without a certificate', () => {
    const { description, files } = inGroup();
    const existing = Object.fromEntries(
      files.map(({ path, content }) => [path, content]),
    );

    const check = 'Without one it answers on port 80 alone';
    expect(description).toContain(check);
    // An Ingress that is there keeps its annotations.
    expect(inGroup(CERTIFICATE, existing).description).toContain(check);
  });

  it('takes no certificate of another region', () => {
    expect(() =>
      inGroup(CERTIFICATE.replace('eu-west-1', 'us-east-1')),
    ).toThrow(
      "origin.route.certificateArn: must be of region 'eu-west-1', that of the entrance",
    );
  });
});
