import { clusterProfileSchema } from '../intents/clusterProfile';
import { lintManifests } from '../linter/lintManifests';
import { describeObjects } from './describeObjects';
import { describeReview } from './describeReview';

const clusterProfile = clusterProfileSchema.parse({
  name: 'payments-eu',
  controller: { type: 'aws-load-balancer-controller', version: '3.5.0' },
  account: '222233334444',
  region: 'eu-west-1',
  subnets: [
    { id: 'subnet-02222000000000021', zoneId: 'euw1-az1' },
    { id: 'subnet-02222000000000022', zoneId: 'euw1-az2' },
  ],
});

/** What a shop has: a Deployment, its Service, and an Ingress with two backends for partners. */
const SERVICES = `apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: shop }
spec: { template: { spec: { containers: [] } } }
---
apiVersion: v1
kind: Service
metadata:
  name: checkout
  namespace: shop
  annotations:
    alb.ingress.kubernetes.io/healthcheck-path: /ready
spec:
  selector: { app: checkout }
  ports:
    - { name: http, port: 80, targetPort: 8080 }
---
apiVersion: v1
kind: Service
metadata: { name: refunds, namespace: shop }
spec:
  selector: { app: refunds }
  ports:
    - { name: grpc, port: 50051, targetPort: 50051 }
`;

function ingress(annotations: Record<string, string> = {}): string {
  const lines = Object.entries({
    'target-type': 'ip',
    'listen-ports': '[{"HTTP": 80}, {"HTTPS": 443}]',
    'certificate-arn': 'arn:aws:acm:eu-west-1:222233334444:certificate/shop',
    'ssl-redirect': '443',
    ...annotations,
  }).map(
    ([key, value]) => `    alb.ingress.kubernetes.io/${key}: '${value}'\n`,
  );
  return `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  namespace: shop
  annotations:
${lines.join('')}spec:
  ingressClassName: alb
  rules:
    - host: shop.acme.example
      http:
        paths:
          - path: /refunds
            pathType: Prefix
            backend: { service: { name: refunds, port: { name: grpc } } }
          - path: /
            pathType: Prefix
            backend: { service: { name: checkout, port: { number: 80 } } }
`;
}

const file = (content: string, path = 'k8s/shop.yaml') => ({ path, content });

/** Cells of the one table in a text, without the marks of Markdown. */
function cellsOf(markdown: string): Record<string, string[]> {
  return Object.fromEntries(
    markdown
      .split('\n')
      .filter(line => line.startsWith('| '))
      .map(line => {
        const plain = line.replaceAll(/\\(.)/g, '$1').replaceAll('&#58;', ':');
        const [setting, ...values] = plain.slice(2, -2).split(' | ');
        return [setting, values];
      }),
  );
}

describe('describeObjects', () => {
  it('shows what a new Ingress becomes, with the Services behind it', () => {
    const text = describeObjects([file(`${SERVICES}${ingress()}`)], {
      clusterProfile,
    });

    expect(text).toMatch(/^\n## What the Ingress shop\/shop becomes\n/);
    expect(cellsOf(text)).toEqual({
      setting: ['value'],
      '---': ['---'],
      'made by': [expect.stringContaining('AWS Load Balancer Controller')],
      'load balancer': ['Application Load Balancer k8s-shop-shop-58d12b7fcf'],
      scheme: ['internal'],
      addresses: ['ipv4'],
      subnets: [
        'subnet-02222000000000021, subnet-02222000000000022 (by their tags)',
      ],
      'security groups': ['made by the controller, open to 0.0.0.0/0'],
      'listener 80': [
        'HTTP; what no rule fits is redirected to HTTPS, port 443 (301)',
      ],
      'listener 443': [
        'HTTPS (ELBSecurityPolicy-2016-08, arn:aws:acm:eu-west-1:222233334444:certificate/shop); what no rule fits is answered with 404',
      ],
      'requests 443 shop.acme.example /refunds or /refunds/*': [
        'sent to refunds:grpc',
      ],
      'requests 443 shop.acme.example /*': ['sent to checkout:80'],
      'targets of refunds:grpc': ['pods at port 50051 over HTTP'],
      'health check of refunds:grpc': [
        'HTTP / at the port of the traffic for 200, every 15 s, timeout 5 s, healthy after 2, unhealthy after 2',
      ],
      'targets of checkout:80': ['pods at port 8080 over HTTP'],
      'health check of checkout:80': [
        expect.stringContaining('HTTP /ready at the port of the traffic'),
      ],
    });
  });

  it('shows what a change makes of it beside what it was, and nothing else', () => {
    const changed = ingress({
      scheme: 'internet-facing',
      'load-balancer-attributes': 'idle_timeout.timeout_seconds=300',
    });
    const text = describeObjects([file(`${SERVICES}${changed}`)], {
      clusterProfile,
      base: [file(`${SERVICES}${ingress()}`)],
    });

    expect(cellsOf(text)).toEqual({
      setting: ['before', 'after'],
      '---': ['---', '---'],
      // Another scheme takes another load balancer.
      'load balancer': [
        'Application Load Balancer k8s-shop-shop-58d12b7fcf',
        '**Application Load Balancer k8s-shop-shop-c5d1ee6223**',
      ],
      scheme: ['internal', '**internet-facing**'],
      attributes: ['', '**idle_timeout.timeout_seconds=300**'],
    });
    expect(text).toContain('All else stays as it is.');
  });

  it('shows what a change of a Service makes of the Ingress that leads to it', () => {
    const before = `${SERVICES}${ingress()}`;
    const after = before.replace('targetPort: 8080', 'targetPort: 9090');
    const text = describeObjects([file(after)], {
      clusterProfile,
      base: [file(before)],
    });

    expect(cellsOf(text)['targets of checkout:80']).toEqual([
      'pods at port 8080 over HTTP',
      '**pods at port 9090 over HTTP**',
    ]);
  });

  it('takes no Service for missing that may be in another file', () => {
    const text = describeObjects([file(ingress())], { clusterProfile });

    expect(cellsOf(text)['targets of checkout:80']).toEqual([
      'pods at a port that is given later over HTTP',
    ]);
    expect(text).not.toContain('503');
  });

  it('plans Ingresses of one group together, and says that there may be more', () => {
    const group = { 'group.name': 'partners' };
    const other = ingress(group)
      .replace('name: shop\n', 'name: returns\n')
      .replaceAll('shop.acme.example', 'returns.acme.example');
    const text = describeObjects(
      [file(ingress(group)), file(other, 'k8s/returns.yaml')],
      { clusterProfile },
    );

    const [shop, returns] = text.split('\n## ').slice(1).map(cellsOf);
    expect(shop['shared by']).toEqual([
      'all Ingresses of group partners, here shop/returns, shop/shop',
    ]);
    expect(returns['load balancer']).toEqual(shop['load balancer']);
    expect(shop).toHaveProperty(['requests 443 returns.acme.example /*']);
  });

  it('shows the way of a request through sign-in, weights and fixed answers', () => {
    const forward = JSON.stringify({
      type: 'forward',
      forwardConfig: {
        targetGroups: [
          { serviceName: 'checkout', servicePort: 80, weight: 90 },
          { serviceName: 'refunds', servicePort: 'grpc', weight: 10 },
        ],
      },
    });
    const content = ingress({
      'auth-type': 'oidc',
      'auth-idp-oidc': JSON.stringify({
        issuer: 'https://login.acme.example',
        authorizationEndpoint: 'https://login.acme.example/a',
        tokenEndpoint: 'https://login.acme.example/t',
        userInfoEndpoint: 'https://login.acme.example/u',
        secretName: 'oidc',
      }),
      'actions.split': forward,
      'conditions.split': JSON.stringify([
        {
          field: 'http-header',
          httpHeaderConfig: { httpHeaderName: 'X-Beta', values: ['yes'] },
        },
      ]),
    }).replace(
      'service: { name: checkout, port: { number: 80 } }',
      'service: { name: split, port: { name: use-annotation } }',
    );
    const cells = cellsOf(describeObjects([file(content)], { clusterProfile }));

    expect(cells['requests 443 X-Beta: yes shop.acme.example /*']).toEqual([
      'signed in with https://login.acme.example, then sent to checkout:80 (weight 90), refunds:grpc (weight 10)',
    ]);
  });

  it('gives the controller’s words where it refuses a change, and says that all else stays', () => {
    const nodes = ingress({ 'target-type': 'instance' });
    const text = describeObjects([file(`${SERVICES}${nodes}`)], {
      clusterProfile,
      base: [file(`${SERVICES}${ingress()}`)],
    });

    expect(cellsOf(text)).toEqual({
      setting: ['before', 'after'],
      '---': ['---', '---'],
      'load balancer': [
        'Application Load Balancer k8s-shop-shop-58d12b7fcf',
        expect.stringMatching(
          /^\*\*none is made or changed: .*TargetGroup port is empty/,
        ),
      ],
    });
    expect(text).toContain('All else stays as it is.');
  });

  it('shows Services with a load balancer and Ingresses alike, and nothing of what a template leaves open', () => {
    const exposed = SERVICES.replace(
      'spec:\n  selector: { app: checkout }',
      'spec:\n  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n  selector: { app: checkout }',
    );
    const titles = (content: string) =>
      [
        ...describeObjects([file(content)], { clusterProfile }).matchAll(
          /## (.*)/g,
        ),
      ].map(([, title]) => title);

    expect(titles(`${exposed}${ingress()}`)).toEqual([
      'What the Service shop/checkout becomes',
      'What the Ingress shop/shop becomes',
    ]);
    expect(titles(ingress({ scheme: '{{ .Values.scheme }}' }))).toEqual([]);
  });

  it('puts the findings after the plans for a review', () => {
    const files = [file(ingress({ scheme: 'internet-facing' }))];
    const findings = lintManifests(files, { clusterProfile });
    const text = describeReview(files, findings, { clusterProfile });

    expect(text).toMatch(
      /What the Ingress shop\/shop becomes[^]*## Findings\n\n\| severity \|/,
    );
    expect(text).toContain('`k8s/shop.yaml:');
  });

  it('lets no text of a manifest become Markdown', () => {
    const content = ingress().replaceAll(
      'shop.acme.example',
      '"*.x](https://evil.example)|@all"',
    );
    const text = describeObjects([file(content)], { clusterProfile });

    expect(text).not.toContain('](https://');
    expect(text).not.toContain('@all');
  });
});
