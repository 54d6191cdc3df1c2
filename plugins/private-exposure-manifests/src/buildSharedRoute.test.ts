import { parse, parseAllDocuments } from 'yaml';
import {
  gatewayRoute,
  groupRoute,
  paymentsRoute,
  sharedCluster,
} from './__testUtils__/sharedRoute';
import { buildSharedRoute } from './buildSharedRoute';
import { SharedRouteInput } from './intents/sharedRoute';

const build = (
  input: SharedRouteInput,
  existing: Record<string, string> = {},
) => buildSharedRoute(input, { existing, clusterProfile: sharedCluster });

const contentOf = (
  input: SharedRouteInput,
  existing: Record<string, string> = {},
) => build(input, existing).files[0]?.content;

const SHARED = `# the shared entrance
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shared
  namespace: payments
  annotations: {nginx.ingress.kubernetes.io/proxy-body-size: "8m"}
spec:
  ingressClassName: nginx
  rules:
  # debug, see the runbook
  - host: debug.acme.example
    http:
      paths:
      - path: /
        pathType: Prefix
        backend: {service: {name: debug, port: {number: 80}}}   # odd spaces

  - host: pay.acme.example # ours
    http:
      paths:
      - path: /web # the site
        pathType: Prefix
        backend:
          service:
            name: web
            port:
              number: 80
  tls:
  - hosts: [pay.acme.example]
---
kind: ConfigMap
`;

describe('a route in an Ingress of ingress-nginx', () => {
  it('goes behind the other paths of its host, and changes no other character', () => {
    const added = `      - path: "/api"
        pathType: Prefix
        backend:
          service:
            name: payments
            port:
              number: 8080
`;
    expect(contentOf(paymentsRoute, { 'k8s/ingress.yaml': SHARED })).toBe(
      SHARED.replace('  tls:\n', `${added}  tls:\n`),
    );
  });

  it('goes behind the other hosts where its host is new', () => {
    const content = contentOf(
      { ...paymentsRoute, host: 'new.acme.example' },
      { 'k8s/ingress.yaml': SHARED },
    );
    const [start] = SHARED.split('  tls:\n');
    expect(content.startsWith(`${start}  - host: new.acme.example\n`)).toBe(
      true,
    );
    expect(
      parseAllDocuments(content)[0]
        .toJS()
        .spec.rules.map(({ host }: { host: string }) => host),
    ).toEqual(['debug.acme.example', 'pay.acme.example', 'new.acme.example']);
  });

  it('changes nothing the second time', () => {
    const existing = {
      'k8s/ingress.yaml': contentOf(paymentsRoute, {
        'k8s/ingress.yaml': SHARED,
      }),
    };
    const again = build(paymentsRoute, existing);
    expect(again.files).toEqual([]);
    expect(again.description).toContain('already so');
  });

  it('edits rules written as JSON', () => {
    const ingress = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'shared', namespace: 'payments' },
      spec: { rules: [{ host: 'pay.acme.example', http: { paths: [] } }] },
    };
    const text = JSON.stringify(ingress, null, 2);
    const content = contentOf(paymentsRoute, { 'k8s/ingress.yaml': text });
    expect(parse(content).spec.rules[0].http.paths).toEqual([
      {
        path: '/api',
        pathType: 'Prefix',
        backend: { service: { name: 'payments', port: { number: 8080 } } },
      },
    ]);
  });

  it('writes a new Ingress where there is none', () => {
    expect(parse(contentOf(paymentsRoute))).toEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'shared', namespace: 'payments' },
      spec: {
        ingressClassName: 'nginx',
        rules: [
          {
            host: 'pay.acme.example',
            http: {
              paths: [
                {
                  path: '/api',
                  pathType: 'Prefix',
                  backend: {
                    service: { name: 'payments', port: { number: 8080 } },
                  },
                },
              ],
            },
          },
        ],
      },
    });
  });

  it.each(['extensions/v1beta1', 'networking.k8s.io/v1beta1'])(
    'is refused in an Ingress of %s, with the line',
    version => {
      const old = SHARED.replace('networking.k8s.io/v1', version);
      expect(() => build(paymentsRoute, { 'k8s/ingress.yaml': old })).toThrow(
        `k8s/ingress.yaml:2: is of ${version}, which Kubernetes no longer serves for Ingress; write it as networking.k8s.io/v1 first`,
      );
    },
  );

  it('is refused in an Ingress of another class', () => {
    const other = SHARED.replace('ClassName: nginx', 'ClassName: alb');
    expect(() => build(paymentsRoute, { 'k8s/ingress.yaml': other })).toThrow(
      `k8s/ingress.yaml:9: is of class 'alb' and not of 'nginx'`,
    );
  });

  it('is refused in another namespace than the Service’s', () => {
    expect(() =>
      build({
        ...paymentsRoute,
        service: { name: 'payments', namespace: 'shop', port: 80 },
      }),
    ).toThrow(`entrance.ingress.namespace: must be 'shop'`);
  });

  it('is refused in one line, whatever the namespace of the Service has in it', () => {
    const refused = () =>
      build({
        ...paymentsRoute,
        service: { name: 'payments', namespace: 'shop\n## All good', port: 80 },
      });

    expect(refused).toThrow(
      String.raw`entrance.ingress.namespace: must be 'shop\n## All good', the namespace`,
    );
    expect(refused).not.toThrow(/\n/);
  });
});

describe('two services that claim the same host and path', () => {
  it('are refused, naming the other and its place', () => {
    expect(() =>
      build(
        { ...paymentsRoute, paths: [{ path: '/web/' }] },
        { 'k8s/ingress.yaml': SHARED },
      ),
    ).toThrow(
      'paths[0]: pay.acme.example/web/ is led to payments/web already, by Ingress payments/shared (k8s/ingress.yaml:22)',
    );
  });

  it('are refused across files and namespaces', () => {
    const other = contentOf({
      ...paymentsRoute,
      service: { name: 'shop', namespace: 'shop', port: 80 },
      entrance: {
        form: 'ingress-nginx',
        path: 'other.yaml',
        ingress: { name: 'shop', namespace: 'shop' },
      },
    });
    expect(() => build(paymentsRoute, { 'other.yaml': other })).toThrow(
      'is led to shop/shop already, by Ingress shop/shop (other.yaml:',
    );
  });

  it('are refused where an old Ingress has the path, and where one leaves the type open', () => {
    const old = `kind: Ingress
apiVersion: extensions/v1beta1
metadata: {name: old, namespace: payments}
spec:
  rules:
  - host: pay.acme.example
    http: {paths: [{path: /api, backend: {serviceName: old, servicePort: 80}}]}
`;
    expect(() => build(paymentsRoute, { 'old.yaml': old })).toThrow(
      'is led to payments/old already',
    );
  });

  it('are both let in at different entrances, types and hosts', () => {
    const text = contentOf({
      ...groupRoute,
      service: { ...groupRoute.service, name: 'other' },
    });
    expect(build(paymentsRoute, { 'other.yaml': text }).files).toHaveLength(1);
    const exact = {
      ...paymentsRoute,
      paths: [{ path: '/web', type: 'Exact' }],
    };
    expect(
      build(exact as SharedRouteInput, { 'k8s/ingress.yaml': SHARED }).files,
    ).toHaveLength(1);
  });

  it.each([
    ['/web/checkout', 'Prefix', 'pay.acme.example/web', 'web'],
    ['/web', 'Exact', 'pay.acme.example/web', 'web'],
    ['/webshop', 'Prefix', undefined, undefined],
  ] as const)(
    'asks a reviewer about the service that %s (%s) is taken from',
    (path, type, from, name) => {
      const { description } = build(
        { ...paymentsRoute, paths: [{ path, type }] },
        { 'k8s/ingress.yaml': SHARED },
      );
      const asked = /Whoever has `payments\/(\w+)` agrees.* of `([^`]+)`/.exec(
        description,
      );
      expect([asked?.[2], asked?.[1]]).toEqual([from, name]);
    },
  );

  it('says which files it could not look into', () => {
    const chart = 'kind: Ingress\nspec: {{ .Values.spec }}\n';
    expect(
      build(paymentsRoute, { 'chart/a.yaml': chart }).description,
    ).toContain('these could not be read: `chart/a.yaml`');
  });
});

describe('a route in a group of the AWS Load Balancer Controller', () => {
  it('is an Ingress that names the group, and no owner that would clash with that of others', () => {
    const content = contentOf(groupRoute);
    expect(parse(content).metadata.annotations).toEqual({
      'alb.ingress.kubernetes.io/group.name': 'public',
      'alb.ingress.kubernetes.io/target-type': 'ip',
    });
  });

  it.each([
    ['a group of another namespace', 'admin', sharedCluster],
    ['a group that nobody lists', 'evil', sharedCluster],
    [
      'any group of a cluster that lists none',
      'public',
      { ...sharedCluster, ingressGroups: undefined },
    ],
    ['any group without a profile', 'public', undefined],
  ])('is refused for %s', (_, group, clusterProfile) => {
    const entrance = { ...groupRoute.entrance, group } as never;
    expect(() =>
      buildSharedRoute({ ...groupRoute, entrance }, { clusterProfile }),
    ).toThrow(/^entrance\.group: /);
  });

  it('does not move an Ingress from one load balancer to another', () => {
    const alone = SHARED.replace('name: shared', 'name: payments').replace(
      'ClassName: nginx',
      'ClassName: alb',
    );
    expect(() => build(groupRoute, { 'k8s/ingress.yaml': alone })).toThrow(
      `k8s/ingress.yaml:`,
    );
    expect(() => build(groupRoute, { 'k8s/ingress.yaml': alone })).toThrow(
      `is in no group; joining 'public' would replace its load balancer`,
    );
  });
});

describe('a route at a Gateway', () => {
  it('is an HTTPRoute with the paths as matches', () => {
    const content = contentOf({
      ...gatewayRoute,
      paths: [{ path: '/api' }, { path: '/healthz', type: 'Exact' }],
    });
    expect(parse(content)).toEqual({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'payments', namespace: 'payments' },
      spec: {
        parentRefs: [{ name: 'public', namespace: 'gateways' }],
        hostnames: ['pay.acme.example'],
        rules: [
          {
            matches: [
              { path: { type: 'PathPrefix', value: '/api' } },
              { path: { type: 'Exact', value: '/healthz' } },
            ],
            backendRefs: [{ name: 'payments', port: 8080 }],
          },
        ],
      },
    });
  });

  it('adds a rule behind those that are there', () => {
    const before = contentOf({ ...gatewayRoute, paths: [{ path: '/web' }] });
    const text = before.replace('  rules:', '  rules: # in order');
    const after = contentOf(gatewayRoute, { 'k8s/route.yaml': text });
    expect(after.startsWith(text)).toBe(true);
    expect(parse(after).spec.rules).toHaveLength(2);
  });

  it('is refused in a route of another Gateway, of other hosts, or of a version that is no more', () => {
    const text = contentOf({ ...gatewayRoute, paths: [{ path: '/web' }] });
    const judge = (from: string, to: string) => () =>
      build(gatewayRoute, { 'k8s/route.yaml': text.replace(from, to) });
    expect(judge('name: public', 'name: inside')).toThrow(
      'is not a route of the Gateway gateways/public',
    );
    expect(
      judge('- pay.acme.example', '- pay.acme.example\n    - b.c'),
    ).toThrow('is not the route of');
    expect(judge('io/v1', 'io/v1alpha2')).toThrow(
      'is of gateway.networking.k8s.io/v1alpha2, which Kubernetes no longer serves for HTTPRoute',
    );
  });

  it('is refused where another route has the path', () => {
    const other = contentOf({
      ...gatewayRoute,
      service: { ...gatewayRoute.service, name: 'other' },
      entrance: {
        ...gatewayRoute.entrance,
        route: { name: 'other', namespace: 'payments' },
      } as never,
    });
    expect(() => build(gatewayRoute, { 'other.yaml': other })).toThrow(
      'is led to payments/other already, by HTTPRoute payments/other (other.yaml:',
    );
  });
});
