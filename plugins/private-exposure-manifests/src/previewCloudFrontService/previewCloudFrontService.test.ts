import { parse } from 'yaml';
import {
  build,
  manifestsOf,
  networkShop,
  readyOf,
  shop,
  ShopOptions,
  sourcesOf,
} from '../previewCloudFront/__testUtils__/shop';
import { CloudFrontRequest } from '../requests/CloudFrontRequest';
import { previewCloudFrontService } from './previewCloudFrontService';

const { service: _new, ...kept } = networkShop;
const serviceOf = (spec: string) => `apiVersion: v1
kind: Service
metadata:
  name: shop
  namespace: shop
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing
spec:
  selector: { app: shop }
  ports:
    - port: 443
${spec}`;
const BALANCED = serviceOf(
  '  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n',
);

const preview = (request: CloudFrontRequest, options: ShopOptions = {}) =>
  previewCloudFrontService(sourcesOf(request, options));
const ready = (...args: Parameters<typeof preview>) =>
  readyOf(preview(...args));

describe('previewCloudFrontService', () => {
  it.each<[string, Partial<CloudFrontRequest>, ShopOptions]>([
    ['the defaults', {}, {}],
    [
      'other groups',
      { origin: { loadBalancer: 'network', securityGroups: ['sg-0a1b2c3d'] } },
      {},
    ],
    ['a file of another name', { manifest: { path: 'k8s/public.yaml' } }, {}],
    ['an old controller', {}, { profile: { version: '2.4.0' } }],
  ])(
    'shows the file and the findings that the template has, with %s',
    (_name, change, options) => {
      const request = { ...networkShop, ...change };
      const built = build(request, options);

      const { manifest, findings } = ready(request, options);

      expect([manifest]).toEqual(manifestsOf(built));
      expect(findings).toEqual(built.findings);
    },
  );

  it('says what the Service becomes, and where it may be', () => {
    const { plan, planOf, service, ofExisting } = ready(networkShop);

    expect([planOf, ofExisting]).toEqual(['Service', 'changed']);
    expect(service).toEqual({
      ...{ path: 'k8s/shop.yaml', name: 'shop', namespace: 'shop' },
    });
    expect(plan).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ setting: 'scheme', value: 'internal' }),
        expect.objectContaining({ value: 'TCP to pods at 8443' }),
      ]),
    );
  });

  it('says what changes of a load balancer that is there, as the template changes it', () => {
    const existing = { 'k8s/shop.yaml': BALANCED };
    const [file] = manifestsOf(build(kept, { existing }));

    const { comparison, manifest } = ready(kept, {
      ...{ exists: true, present: parse(BALANCED) },
    });

    expect(comparison?.rows).toContainEqual(
      expect.objectContaining({
        setting: 'scheme',
        before: expect.stringContaining('internet-facing'),
        after: 'internal',
      }),
    );
    const shown = parse(manifest.content);
    expect(parse(file.content)).toMatchObject(shown);
  });

  it.each<[Partial<CloudFrontRequest>, string, ShopOptions]>([
    [{ service: {} }, 'service.selector', {}],
    [{ paths: ['/api'] }, 'paths', {}],
    [{ port: 82, service: undefined }, 'port', { exists: true }],
    [
      {},
      'service.name',
      { present: parse(serviceOf('  type: LoadBalancer\n')) },
    ],
    [{}, 'origin.type', { profile: { controller: 'in-tree' } }],
  ])('refuses %j with the name of the field: %s', (change, field, options) => {
    expect(preview({ ...networkShop, ...change }, options)).toMatchObject({
      type: 'refused',
      issues: expect.arrayContaining([expect.objectContaining({ field })]),
    });
  });

  it('is asked for no Ingress', () => {
    expect(() => preview(shop)).toThrow('Only a Network Load Balancer');
  });
});
