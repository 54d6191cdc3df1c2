import { parse, parseAllDocuments } from 'yaml';
import { publicEntrance, shopCloudFront } from './__testUtils__/shopCloudFront';
import { buildAwsCloudFront } from './buildAwsCloudFront';
import { buildCloudFrontMigration } from './buildCloudFrontMigration';
import { InvalidIntentError, UnsafeEditError } from './errors';
import { readHcl } from './hcl/readHcl';
import { hclAddress } from './hcl/values';
import { AwsCloudFrontInput } from './intents/awsCloudFront';
import { CloudFrontMigrationInput } from './intents/cloudFrontMigration';

type Files = Record<string, string>;
type Step = CloudFrontMigrationInput['step'];

const SECRET =
  'arn:aws:secretsmanager:us-east-1:111122223333:secret:edge/origin-Ab12Cd';
const template = {
  format: 'cloudformation',
  path: 'infra/cloudfront.json',
} as const;

const published = (change: Partial<AwsCloudFrontInput> = {}): Files =>
  Object.fromEntries(
    buildAwsCloudFront({
      ...shopCloudFront,
      origin: { ...publicEntrance, secretHeader: { secretArn: SECRET } },
      ...change,
    }).files.map(({ path, content }) => [path, content]),
  );

function migrate(
  files: Files,
  step: Step,
  change: Partial<AwsCloudFrontInput> = {},
  more: Partial<CloudFrontMigrationInput> = {},
) {
  const built = buildCloudFrontMigration(
    {
      step,
      route: publicEntrance.route,
      published: { ...shopCloudFront, ...change },
      ...more,
    },
    { existing: files },
  );
  const after = { ...files };
  built.files.forEach(({ path, content }) => {
    after[path] = content;
  });
  built.deletedPaths.forEach(path => {
    delete after[path];
  });
  return { ...built, after };
}

const steps: Step[] = ['create-vpc-origin', 'switch-origin', 'remove-entrance'];
const migrateAll = (files: Files, change: Partial<AwsCloudFrontInput> = {}) =>
  steps.reduce((each, step) => migrate(each, step, change).after, files);

const addressesIn = (text: string) => readHcl(text).blocks.map(hclAddress);

/** The text of a distribution without its origin. */
const withoutOrigin = (text: string) =>
  text
    .slice(text.indexOf('resource "aws_cloudfront_distribution"'))
    .replace(/ {2}origin \{\n[^]*?\n {2}\}\n/, '');

describe('buildCloudFrontMigration', () => {
  it('makes the new way beside the old one, which stays the origin', () => {
    const before = published();
    const { after, files } = migrate(before, 'create-vpc-origin');

    const [was, is] = [before, after].map(each => each['infra/cloudfront.tf']);
    expect(files.map(({ path }) => path)).toEqual([
      'k8s/shop.yaml',
      'infra/cloudfront.tf',
    ]);
    expect(is.startsWith(was)).toBe(true);
    expect(
      addressesIn(is).filter(address => !addressesIn(was).includes(address)),
    ).toEqual([
      'aws_acm_certificate.shop_origin',
      'aws_acm_certificate_validation.shop_origin',
      'data.aws_ec2_managed_prefix_list.shop_cloudfront',
      'aws_security_group.shop_cloudfront',
      'aws_vpc_security_group_ingress_rule.shop_cloudfront',
      'data.aws_lb.shop',
      'aws_cloudfront_vpc_origin.shop',
    ]);
    expect(after['k8s/routes.yaml']).toBe(before['k8s/routes.yaml']);
  });

  it('switches the origin in place, and nothing else of the distribution', () => {
    const { after: first } = migrate(published(), 'create-vpc-origin');
    const ours = {
      ...first,
      'infra/cloudfront.tf': first['infra/cloudfront.tf'].replace(
        '  restrictions {',
        '  # everywhere\n  restrictions {',
      ),
    };
    const { after } = migrate(ours, 'switch-origin');

    const [was, is] = [ours, after].map(each => each['infra/cloudfront.tf']);
    expect(withoutOrigin(is)).toBe(withoutOrigin(was));
    expect(is).toContain('vpc_origin_id = aws_cloudfront_vpc_origin.shop.id');
    expect(is).not.toMatch(/custom_origin_config|secretsmanager/);
  });

  it('ends with what publishing over a VPC origin says', () => {
    const after = migrateAll(published());
    const wanted = published({ origin: shopCloudFront.origin });

    expect(addressesIn(after['infra/cloudfront.tf']).sort()).toEqual(
      addressesIn(wanted['infra/cloudfront.tf']).sort(),
    );
    expect(after['k8s/shop.yaml']).toBe(wanted['k8s/shop.yaml']);
    expect(after['k8s/routes.yaml']).toBeUndefined();
    expect(
      buildAwsCloudFront(shopCloudFront, { existing: after }).files,
    ).toEqual([]);
  });

  it.each(['infra/cloudfront.json', 'infra/cloudfront.yaml'])(
    'does the same with CloudFormation: %s',
    path => {
      const infrastructure = { ...template, path };
      const after = migrateAll(published({ infrastructure }), {
        infrastructure,
      });
      const wanted = published({
        infrastructure,
        origin: shopCloudFront.origin,
      });

      expect(Object.keys(after).sort()).toEqual(Object.keys(wanted).sort());
      Object.keys(wanted).forEach(each =>
        expect(parseAllDocuments(after[each]).map(one => one.toJS())).toEqual(
          parseAllDocuments(wanted[each]).map(one => one.toJS()),
        ),
      );
    },
  );

  it('never has a template without a way to the service', () => {
    const infrastructure = template;
    const change = { infrastructure };
    const states = steps.map((_, index) =>
      steps
        .slice(0, index)
        .reduce(
          (each, step) => migrate(each, step, change).after,
          published(change),
        ),
    );

    const origins = states.map(
      files =>
        parse(files[template.path]).Resources.ShopDistribution.Properties
          .DistributionConfig.Origins,
    );
    expect(origins.map(([{ DomainName }]) => DomainName)).toEqual([
      'lb.acme.example',
      'lb.acme.example',
      { Ref: 'LoadBalancerDnsName' },
    ]);
  });

  it('asks for the name of the load balancer once the distribution needs it', () => {
    const change = { infrastructure: template };
    const first = migrate(published(change), 'create-vpc-origin', change);
    const second = migrate(first.after, 'switch-origin', change);
    const parameters = [first, second].map(({ after }) =>
      Object.keys(parse(after[template.path]).Parameters),
    );

    expect(parameters).toEqual([
      expect.not.arrayContaining(['LoadBalancerDnsName']),
      expect.arrayContaining(['LoadBalancerArn', 'LoadBalancerDnsName']),
    ]);
    expect(second.description).toContain(
      'Deploy `infra/cloudfront.json` in `us-east-1` with the DNS name',
    );
  });

  it.each([
    ['switch-origin', "do the step 'create-vpc-origin' first"],
    ['remove-entrance', "do the step 'switch-origin' first"],
  ] as const)('refuses %s too early', (step, message) => {
    expect(() => migrate(published(), step)).toThrow(message);
  });

  it.each(steps)('has nothing to write for %s when all is done', step => {
    const { files, deletedPaths } = migrate(migrateAll(published()), step);

    expect([files, deletedPaths]).toEqual([[], []]);
  });

  it('removes the entrance itself only where nobody has a route at it', () => {
    const service = `apiVersion: v1
kind: Service
metadata: { name: public, namespace: edge }
spec: { type: LoadBalancer }
`;
    const files = {
      ...migrateAll(published()),
      'k8s/entrance.yaml': service,
    };
    const entranceService = {
      path: 'k8s/entrance.yaml',
      name: 'public',
      namespace: 'edge',
    };
    const other = published({
      service: { ...shopCloudFront.service, name: 'other' },
    })['k8s/routes.yaml'];
    const remove = (existing: Files) =>
      migrate(existing, 'remove-entrance', {}, { entranceService });

    expect(remove(files).deletedPaths).toEqual(['k8s/entrance.yaml']);
    expect(() => remove({ ...files, 'k8s/other.yaml': other })).toThrow(
      /^entranceService: is needed still: Ingress shop\/public/,
    );
  });

  it('leaves a distribution with several origins to people', () => {
    const { after } = migrate(published(), 'create-vpc-origin');
    const text = after['infra/cloudfront.tf'].replace(
      '  origin {',
      '  origin {\n    domain_name = "a.b"\n    origin_id   = "x"\n  }\n\n  origin {',
    );

    expect(() =>
      migrate({ ...after, 'infra/cloudfront.tf': text }, 'switch-origin'),
    ).toThrow(UnsafeEditError);
  });

  it('leads to a VPC origin and to nothing else', () => {
    expect(() =>
      migrate(published(), 'switch-origin', { origin: publicEntrance }),
    ).toThrow(InvalidIntentError);
  });
});
