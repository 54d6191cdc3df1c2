import fc from 'fast-check';
import { clusterProfileSchema } from '../intents/clusterProfile';
import { applyRule } from './applyRule';
import { RuleBook } from './RuleBook';
import { knownKeys } from './KnownAnnotations';
import { readFile } from './readFile';
import { rules } from './rules';

const book = new RuleBook(rules);

const profile = clusterProfileSchema.parse({
  name: 'platform-eu',
  controller: { type: 'aws-load-balancer-controller', version: '2.2.0' },
  account: '111122223333',
  region: 'eu-west-1',
  subnets: [{ id: 'subnet-0000000000000000a', zoneId: 'euw1-az1' }],
  externalDnsPrefix: 'external-dns.kubernetes.io/',
  externalDnsDomains: ['example.com'],
});

/** The ids of rules that would say something of a file's places, and were not asked. */
function missedIn(content: string, path = 'a.yaml'): string[] {
  return [undefined, profile].flatMap(cluster => {
    const { places } = readFile(
      { path, content },
      {
        profile: cluster,
        domains: ['example.net'],
        isCrossRegion: true,
        hasEndpointService: true,
      },
    );
    return places.flatMap(target => {
      const asked = new Set(book.askedAbout(target));
      return rules.flatMap(rule => {
        const said: string[] = [];
        if (!asked.has(rule)) applyRule(rule, target, () => said.push(rule.id));
        return said;
      });
    });
  });
}

const key = fc.oneof(
  fc.constantFrom(...knownKeys),
  fc.constantFrom(...knownKeys).map(known => `${known}x`),
  fc.constantFrom(
    'kubernetes.io/ingress.class',
    'service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-443',
  ),
);
const value = fc.constantFrom(
  'true',
  'false',
  'internal',
  'internet-facing',
  'external',
  'nginx',
  'nlb',
  '*',
  'a;b c',
  'payments.example.org',
  'tcp.idle_timeout.seconds=600',
  'load_balancing.cross_zone.enabled=false',
  '[{"HTTP": 80}]',
  '/subscriptions/1',
  'ELBSecurityPolicy-2016-08',
  '${LATER}',
  '{{ .Values.later }}',
);

describe('RuleBook', () => {
  it('leaves out no rule that finds what its own page shows', () => {
    expect(rules.flatMap(({ page }) => missedIn(page.bad, page.path))).toEqual(
      [],
    );
  });

  it('leaves out no rule that would say something', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Service', 'Ingress', 'Gateway'),
        fc.constantFrom('annotations', 'labels'),
        fc.dictionary(key, value, { maxKeys: 6 }),
        fc.constantFrom(
          'type: LoadBalancer',
          'loadBalancerClass: service.k8s.aws/nlb',
          'ingressClassName: alb',
        ),
        (kind, holder, held, spec) => {
          const lines = Object.entries(held).map(
            ([name, text]) => `    ${name}: ${JSON.stringify(text)}\n`,
          );
          const content = `apiVersion: networking.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: a\n  ${holder}:\n${lines.join(
            '',
          )}spec:\n  ${spec}\n`;
          expect(missedIn(content)).toEqual([]);
        },
      ),
      { numRuns: 1_500 },
    );
  });
});
