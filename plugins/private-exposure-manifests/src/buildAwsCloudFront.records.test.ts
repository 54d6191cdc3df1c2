import { parseAllDocuments } from 'yaml';
import { publicEntrance, shopCloudFront } from './__testUtils__/shopCloudFront';
import { sharedCluster } from './__testUtils__/sharedRoute';
import { buildAwsCloudFront } from './buildAwsCloudFront';
import { AwsCloudFrontInput } from './intents/awsCloudFront';
import { ClusterProfile } from './intents/clusterProfile';

const PREFIX = 'external-dns.kubernetes.io/';
const INGRESS_SOURCE = `${PREFIX}ingress-hostname-source`;
const gateway = {
  ...publicEntrance,
  route: {
    form: 'gateway-api',
    path: 'k8s/routes.yaml',
    route: { name: 'shop', namespace: 'shop' },
    gateway: { name: 'public', namespace: 'edge' },
  },
} as const;

function build(
  change: Partial<AwsCloudFrontInput> = {},
  existing: Record<string, string> = {},
  profile: Partial<ClusterProfile> = {},
) {
  const { files, description } = buildAwsCloudFront(
    { ...shopCloudFront, ...change },
    { existing, clusterProfile: { ...sharedCluster, ...profile } },
  );
  const after = Object.fromEntries(
    files.map(({ path, content }) => [path, content]),
  );
  return { after, description };
}

/** The annotations that external-dns reads of the object of a kind. */
function annotationsOf(text: string, kind: string, prefix = PREFIX) {
  const objects = parseAllDocuments(text).map(
    document => document.toJS() as { kind: string; metadata: object },
  );
  const found = objects.find(object => object.kind === kind);
  const { annotations = {} } = { ...found?.metadata } as {
    annotations?: Record<string, string>;
  };
  return Object.fromEntries(
    Object.entries(annotations).filter(([key]) => key.startsWith(prefix)),
  );
}

/** An Ingress at the public entrance as people write it. */
const ingressWith = (...hosts: string[]) => `# ours
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: public # shared
  namespace: shop
spec:
  ingressClassName: nginx
  rules:
${hosts
  .map(
    host => `    - host: ${host}
      http:
        paths:
          - path: /old
            pathType: Prefix
            backend: { service: { name: shop, port: { number: 80 } } }
`,
  )
  .join('')}`;

describe('the records of published names', () => {
  it.each([PREFIX, 'dns.acme.example/'])(
    'are not those of the Ingress of the internal load balancer (%s)',
    externalDnsPrefix => {
      const { after, description } = build({ externalDnsPrefix });

      expect(
        annotationsOf(after['k8s/shop.yaml'], 'Ingress', externalDnsPrefix),
      ).toEqual({
        [`${externalDnsPrefix}ingress-hostname-source`]: 'annotation-only',
      });
      expect(description).not.toContain('external-dns');
    },
  );

  it('are not those of a new Ingress at the public entrance', () => {
    const { after } = build({
      origin: publicEntrance,
      hostNames: ['shop.acme.example', 'www.acme.example'],
    });

    expect(annotationsOf(after['k8s/routes.yaml'], 'Ingress')).toEqual({
      [INGRESS_SOURCE]: 'annotation-only',
    });
  });

  it('are not those of a route, which says so itself and not by its Gateway', () => {
    const { after } = build({ origin: gateway });

    expect(annotationsOf(after['k8s/routes.yaml'], 'HTTPRoute')).toEqual({
      [`${PREFIX}gateway-hostname-source`]: 'annotation-only',
    });
  });

  it('leave those of others in a shared Ingress alone, and the reviewer hears of the race', () => {
    const { after, description } = build(
      { origin: publicEntrance },
      { 'k8s/routes.yaml': ingressWith('pay.acme.example') },
    );

    expect(after['k8s/routes.yaml']).toContain('shop.acme.example');
    expect(annotationsOf(after['k8s/routes.yaml'], 'Ingress')).toEqual({});
    expect(description).toContain(
      '- `Ingress shop/public` has names of others, or asks for the name itself, and is left as it is. Where external-dns watches it, that leads `shop.acme.example` to the load balancer',
    );
  });

  it('end where the Ingress has published names alone, and the reviewer hears of the gap', () => {
    const before = ingressWith('shop.acme.example');
    const { after, description } = build(
      { origin: publicEntrance },
      { 'k8s/routes.yaml': before },
    );

    expect(annotationsOf(after['k8s/routes.yaml'], 'Ingress')).toEqual({
      [INGRESS_SOURCE]: 'annotation-only',
    });
    expect(after['k8s/routes.yaml']).toContain('  name: public # shared\n');
    expect(description).toContain(
      '- external-dns no longer writes `shop.acme.example`. Where it did so far, callers find nothing',
    );
  });

  it('end at an Ingress of ours that was written before its cluster said what external-dns reads', () => {
    const { after: before } = build({ externalDnsPrefix: undefined });
    const { after } = build({}, before);

    expect(annotationsOf(after['k8s/shop.yaml'], 'Ingress')).toEqual({
      [INGRESS_SOURCE]: 'annotation-only',
    });
    expect(Object.keys(after)).toEqual(['k8s/shop.yaml']);
  });

  it('are seen in a Service, too, that asks for one of them', () => {
    const { description } = build(
      { service: { name: 'shop', namespace: 'shop' } },
      {
        'k8s/shop.yaml': `apiVersion: v1
kind: Service
metadata:
  name: shop
  namespace: shop
  annotations: { ${PREFIX}hostname: shop.acme.example, size: 3 }
spec: { type: LoadBalancer, ports: [{ port: 80 }] }
`,
      },
    );

    expect(description).toContain('- `Service shop/shop` has names of others');
  });

  it('are nobody’s concern where external-dns may not write them', () => {
    const { description } = build(
      { origin: publicEntrance },
      { 'k8s/routes.yaml': ingressWith('pay.acme.example') },
      { externalDnsDomains: ['lb.acme.example'] },
    );

    expect(description).not.toContain('external-dns watches');
  });

  it.each([
    ['Ingress', {}],
    ['HTTPRoute', { origin: gateway }],
  ])(
    'are an open question where the cluster does not say what external-dns reads (%s)',
    (kind, change) => {
      const { after, description } = build({
        ...change,
        externalDnsPrefix: undefined,
      });

      expect(Object.values(after).join('\n')).not.toContain('hostname-source');
      expect(description).toContain(
        '- The cluster’s profile does not say which annotations its external-dns reads, so that nothing keeps it from `shop.acme.example`. ' +
          `Where it watches \`${kind}\``,
      );
    },
  );
});
