import { CloudFrontOriginRequest } from '../requests/CloudFrontOriginRequest';
import { CloudFrontRequest } from '../requests/CloudFrontRequest';
import { PublicRouteRequest } from '../requests/PublicRouteRequest';
import {
  build,
  manifestsOf,
  networkShop,
  readyOf,
  shop,
  ShopOptions,
  sourcesOf,
} from './__testUtils__/shop';
import { previewCloudFront } from './previewCloudFront';

const CERTIFICATE =
  'arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f';
const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: shop, namespace: shop }
spec:
  selector: { app: shop } # all of it
  ports:
    - port: 80
`;

const preview = (request: CloudFrontRequest, options: ShopOptions = {}) =>
  previewCloudFront(sourcesOf(request, options));
const ready = (...args: Parameters<typeof preview>) =>
  readyOf(preview(...args));

const over = (
  route: PublicRouteRequest,
  more: Partial<CloudFrontOriginRequest> = {},
): { origin: CloudFrontOriginRequest } => ({
  origin: {
    ...{ type: 'public-entrance', hostName: 'lb.acme.example', route },
    ...more,
  },
});
const gateway = {
  form: 'gateway-api',
  gateway: { name: 'public', namespace: 'edge', sectionName: 'https' },
} as const;
const group = { form: 'aws-ingress-group', group: 'public' } as const;
const twoNames = {
  hostNames: ['shop.acme.example', 'www.acme.example'],
};

type Way = [string, Partial<CloudFrontRequest>, ShopOptions?];

const givenWays: Way[] = [
  ['a load balancer of its own', {}],
  ['one with a certificate', { origin: { certificateArn: CERTIFICATE } }],
  ['one of other groups', { origin: { securityGroups: ['sg-0a1b2c3d'] } }],
  ['one in plain HTTP', { origin: { protocol: 'http' } }],
  ['one for some paths', { paths: ['/api', '/pay'], ...twoNames }],
  ['one of another class', { manifest: { ingressClassName: 'alb-inside' } }],
  ['a file of another name', { manifest: { path: 'k8s/all.yaml' } }],
  [
    'a cluster without external-dns',
    {},
    { profile: { externalDnsPrefix: undefined } },
  ],
  ['a Gateway', over(gateway)],
  [
    'a Gateway, many paths',
    { ...over(gateway), paths: [...'abcdefghij'].map(each => `/${each}`) },
  ],
  [
    'a Gateway and no external-dns',
    over(gateway),
    { profile: { externalDnsPrefix: undefined } },
  ],
  ['a group of Ingresses', { ...over(group), ...twoNames }],
  ['a group, with HTTPS', over(group, { certificateArn: CERTIFICATE })],
  ['ingress-nginx', { ...over({ name: 'public' }), ...twoNames }],
  ['the file of the Service', over({ path: 'k8s/shop.yaml' })],
];
const ways = givenWays.map(([way, change, options = {}]) => ({
  ...{ way, change, options },
}));

describe('previewCloudFront', () => {
  it.each(ways)(
    'shows the manifests that the template writes and what it finds in them, with $way',
    ({ change, options }) => {
      const request = { ...shop, ...change };
      const built = build(request, options);

      const { manifest, route, findings } = ready(request, options);

      const shown = [manifest, ...(route ? [route] : [])];
      expect(shown).toEqual(manifestsOf(built));
      expect(findings).toEqual(
        built.findings.filter(({ path }) =>
          shown.some(file => file.path === path),
        ),
      );
    },
  );

  it.each(ways)(
    'shows what goes beside a Service that is there, with $way',
    ({ change, options }) => {
      const { service: _new, ...kept } = shop;
      const request = { ...kept, ...change };
      const path = request.manifest?.path ?? 'k8s/shop.yaml';
      const built = build(request, {
        ...options,
        existing: { [path]: SERVICE },
      });
      const [file, ...others] = manifestsOf(built);

      const { manifest, route } = ready(request, { ...options, exists: true });

      expect(others).toEqual([]);
      expect(route).toBeUndefined();
      expect(file).toEqual(
        file.path === path
          ? { path, content: `${SERVICE}---\n${manifest.content}` }
          : manifest,
      );
    },
  );

  it('says what the Ingress becomes, and that one which is there is not changed', () => {
    const { plan, planOf, ofExisting } = ready(shop);

    expect(planOf).toBe('Ingress');
    expect(ofExisting).toBe('refused');
    expect(plan).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ setting: 'scheme', value: 'internal' }),
        expect.objectContaining({ setting: 'listener 443' }),
      ]),
    );
  });

  it('knows nothing of what a route of a Gateway becomes', () => {
    expect(ready({ ...shop, ...over(gateway) })).toMatchObject({
      ofExisting: 'extended',
      planOf: undefined,
      plan: [],
      route: { path: 'k8s/shop-route.yaml' },
    });
  });

  it('finds what the linter finds', () => {
    const nginx = ready({ ...shop, ...over({}) });

    expect(nginx.findings.map(({ ruleId, path }) => [ruleId, path])).toEqual([
      ['kubernetes/ingress-nginx', 'k8s/shop-route.yaml'],
    ]);
  });

  it.each<[Partial<CloudFrontRequest>, string]>([
    [{ service: {} }, 'service.selector'],
    [{ hostNames: ['Not A Host'] }, 'hostNames[0]'],
    [{ zone: 'other.example' }, 'hostNames[0]'],
    [{ port: 81 }, 'port'],
    [{ origin: { certificateArn: 'a' } }, 'origin.certificateArn'],
    [{ webAcl: { block: ['a'] } }, 'webAcl.block[0]'],
    [over({ ...group, group: 'others' }), 'origin.route.group'],
    [
      over({ ...gateway, gateway: { name: '', namespace: 'edge' } }),
      'origin.route.gateway.name',
    ],
    [{ ...over({}), paths: ['/a', '/a/'] }, 'paths[1]'],
  ])('refuses %j with the name of the field: %s', (change, field) => {
    expect(preview({ ...shop, ...change })).toMatchObject({
      type: 'refused',
      issues: expect.arrayContaining([expect.objectContaining({ field })]),
    });
  });

  it.each([
    [{ vpcId: undefined }, 'origin.vpc'],
    [{ loadBalancerAccount: '999988887777' }, 'cluster'],
    [{ controller: 'eks-auto-mode', version: undefined }, 'cluster'],
  ])('refuses a cluster with %j: %s', (profile, field) => {
    expect(preview(shop, { profile })).toMatchObject({
      type: 'refused',
      issues: expect.arrayContaining([expect.objectContaining({ field })]),
    });
  });

  it('is asked for no Network Load Balancer', () => {
    expect(() => preview(networkShop)).toThrow('no Ingress to preview');
  });
});
