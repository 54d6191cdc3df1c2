import { parseAllDocuments } from 'yaml';
import { publicEntrance, shopCloudFront } from './__testUtils__/shopCloudFront';
import { buildAwsCloudFront } from './buildAwsCloudFront';
import { buildCloudFrontWithdrawal } from './buildCloudFrontWithdrawal';
import { UnsafeEditError } from './errors';
import { readHcl } from './hcl/readHcl';
import { hclAddress } from './hcl/values';
import { AwsCloudFrontInput } from './intents/awsCloudFront';
import { CloudFrontWithdrawInput } from './intents/cloudFrontWithdraw';

type Files = Record<string, string>;

const base: CloudFrontWithdrawInput = {
  entityRef: 'component:default/shop',
  step: 'remove-distribution',
  name: 'shop',
  service: { name: 'shop', namespace: 'shop' },
  manifest: { path: 'k8s/shop.yaml' },
  infrastructure: { format: 'terraform', path: 'infra/cloudfront.tf' },
};
const template = {
  format: 'cloudformation',
  path: 'infra/cloudfront.json',
} as const;
const entrance = {
  type: 'public-entrance',
  route: publicEntrance.route,
  hostNames: ['shop.acme.example'],
} satisfies CloudFrontWithdrawInput['origin'];

const published = (change: Partial<AwsCloudFrontInput> = {}): Files =>
  Object.fromEntries(
    buildAwsCloudFront({ ...shopCloudFront, ...change }).files.map(
      ({ path, content }) => [path, content],
    ),
  );

function take(files: Files, change: Partial<CloudFrontWithdrawInput>): Files {
  const built = buildCloudFrontWithdrawal(
    { ...base, ...change },
    { existing: files },
  );
  const after = { ...files };
  built.files.forEach(({ path, content }) => {
    after[path] = content;
  });
  built.deletedPaths.forEach(path => {
    delete after[path];
  });
  return after;
}

const addressesIn = (text: string = '') => readHcl(text).blocks.map(hclAddress);
const kindsIn = (text: string = '') =>
  parseAllDocuments(text).map(document => document.toJS().kind as string);

describe('buildCloudFrontWithdrawal', () => {
  it('takes the public side first, and keeps what the load balancer uses', () => {
    const after = take(published(), {});

    expect(addressesIn(after['infra/cloudfront.tf'])).toEqual([
      'data.aws_route53_zone.shop',
      'aws_acm_certificate.shop',
      'aws_acm_certificate_validation.shop',
      'aws_route53_record.shop_validation_0',
      'aws_acm_certificate.shop_origin',
      'aws_acm_certificate_validation.shop_origin',
      'data.aws_ec2_managed_prefix_list.shop_cloudfront',
      'aws_security_group.shop_cloudfront',
      'aws_vpc_security_group_ingress_rule.shop_cloudfront',
    ]);
    expect(after['k8s/shop.yaml']).toBe(published()['k8s/shop.yaml']);
  });

  it('leaves the Service alone in the end, and the provider that others use', () => {
    const first = take(published(), {});
    const second = take(first, { step: 'remove-way' });
    const third = take(second, { step: 'remove-rest' });

    expect(kindsIn(second['k8s/shop.yaml'])).toEqual(['Service']);
    expect(Object.keys(third)).toEqual(['k8s/shop.yaml', 'infra/us-east-1.tf']);
  });

  it('takes the load balancer of a Service, which stays inside the cluster', () => {
    const origin = { type: 'vpc-origin', loadBalancer: 'network' } as const;
    const files = published({
      port: 443,
      service: { ...shopCloudFront.service, ports: [{ port: 443 }] },
      origin: { ...origin, vpc: 'vpc-0a1b2c3d4e5f60718' },
    });

    const after = take(take(files, { origin }), { origin, step: 'remove-way' });

    const [service] = parseAllDocuments(after['k8s/shop.yaml']);
    expect(service.toJS()).toMatchObject({ spec: { type: 'ClusterIP' } });
    expect(after['k8s/shop.yaml']).not.toContain('aws-load-balancer');
  });

  it('removes templates of CloudFormation as a whole', () => {
    const files = published({ infrastructure: template });
    const withTemplate = { infrastructure: template };
    const first = take(files, withTemplate);
    const second = take(first, { ...withTemplate, step: 'remove-way' });

    expect(Object.keys(first)).toEqual([
      'k8s/shop.yaml',
      'infra/cloudfront-origin.json',
    ]);
    expect(
      Object.keys(take(second, { ...withTemplate, step: 'remove-rest' })),
    ).toEqual(['k8s/shop.yaml']);
  });

  it('takes a name out of the shared entrance, and leaves the others to it', () => {
    const files = published({ origin: publicEntrance });
    const others = `# the entrance
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: public
  namespace: shop
spec:
  ingressClassName: nginx
  rules:
    - host: other.acme.example # kept
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: other, port: { number: 80 } } }
`;
    const shop = `    - host: shop.acme.example
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: shop, port: { number: 80 } } }
`;
    const route = { [publicEntrance.route.path]: others + shop };
    const change = { origin: entrance };

    const alone = take(take(files, change), { ...change, step: 'remove-way' });
    const shared = take(
      { ...take(files, change), ...route },
      { ...change, step: 'remove-way' },
    );

    expect(alone['k8s/routes.yaml']).toBeUndefined();
    expect(shared['k8s/routes.yaml']).toBe(others);
    expect(() =>
      take(
        {
          ...take(files, change),
          'k8s/routes.yaml': (others + shop).replace('name: shop,', 'name: x,'),
        },
        { ...change, step: 'remove-way' },
      ),
    ).toThrow(UnsafeEditError);
  });

  it('removes the route of a Gateway that has no other names', () => {
    const route = {
      form: 'gateway-api',
      path: 'k8s/routes.yaml',
      route: { name: 'shop', namespace: 'shop' },
      gateway: { name: 'public', namespace: 'edge' },
    } as const;
    const change = { origin: { ...entrance, route } };
    const files = take(
      published({ origin: { ...publicEntrance, route } }),
      change,
    );

    const text = files['k8s/routes.yaml'];
    const step = 'remove-way' as const;
    expect(take(files, { ...change, step })['k8s/routes.yaml']).toBeUndefined();
    expect(() =>
      take(
        {
          ...files,
          'k8s/routes.yaml': text.replace(
            '- shop.acme.example',
            '- shop.acme.example\n    - b.acme.example',
          ),
        },
        { ...change, step },
      ),
    ).toThrow('routes other names');
  });

  it.each([
    ['remove-way', "do the step 'remove-distribution' first"],
    ['remove-rest', "do the step 'remove-distribution' first"],
  ] as const)('refuses the step %s too early', (step, message) => {
    expect(() => take(published(), { step })).toThrow(message);
  });

  it('refuses to remove what the load balancer uses before it', () => {
    expect(() => take(take(published(), {}), { step: 'remove-rest' })).toThrow(
      "do the step 'remove-way' first",
    );
  });

  it.each([
    [
      'infra/cloudfront.tf',
      base.infrastructure,
      (text: string) =>
        `${text}\nresource "aws_x" "y" {\n  a = aws_cloudfront_distribution.shop.arn\n}\n`,
    ],
    [
      'infra/cloudfront.json',
      template,
      (text: string) =>
        text.replace('"Resources": {', '"Resources": {\n    "Other": {},'),
    ],
    [
      'infra/cloudfront.json',
      template,
      (text: string) =>
        text.replace(
          '"Resources": {',
          '"Resources": {\n    "ShopAdminDistribution": {},',
        ),
    ],
    [
      'infra/cloudfront.json',
      template,
      (text: string) =>
        text.replace('"Resources": {', '"Resources": {\n    "ShopBucket": {},'),
    ],
  ])('leaves what others use in %s to people', (path, infrastructure, add) => {
    const files = published({ infrastructure });

    expect(() =>
      take({ ...files, [path]: add(files[path]) }, { infrastructure }),
    ).toThrow(UnsafeEditError);
  });

  it.each([
    [
      'infra/cdn.tf',
      'resource "aws_cloudfront_distribution" "promo" {\n  enabled = true\n}\n',
      'has no distribution shop, but promo;',
      'promo',
    ],
    [
      'infra/cdn.json',
      JSON.stringify({
        Resources: {
          PromoDistribution: { Type: 'AWS::CloudFront::Distribution' },
        },
      }),
      'has no distribution ShopDistribution, but PromoDistribution;',
      'promo',
    ],
  ])(
    'takes a distribution of another name in %s by that name alone',
    (path, text, message, name) => {
      const change = {
        infrastructure: path.endsWith('.tf')
          ? ({ format: 'terraform', path } as const)
          : ({ format: 'cloudformation', path } as const),
      };

      expect(() => take({ [path]: text }, change)).toThrow(message);
      expect(
        take({ [path]: text }, { ...change, name, entityRef: undefined }),
      ).toEqual({});
    },
  );

  it('has nothing to write for a step that the files have behind them', () => {
    const first = take(published(), {});
    const again = buildCloudFrontWithdrawal(base, { existing: first });

    expect([again.files, again.deletedPaths]).toEqual([[], []]);
    expect(again.description).toContain('have this step behind them');
  });

  it('does not take a file that is not there for a step that is done', () => {
    const { files, description } = buildCloudFrontWithdrawal(base, {
      existing: { 'k8s/shop.yaml': published()['k8s/shop.yaml'] },
    });

    expect(files).toEqual([]);
    expect(description).toContain('there is no file `infra/cloudfront.tf`');
  });
});
