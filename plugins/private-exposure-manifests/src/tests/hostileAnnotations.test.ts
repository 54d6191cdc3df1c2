import fc from 'fast-check';
import { awsInTreeCatalogue } from '../catalogues/awsInTree';
import { azureLoadBalancerCatalogue } from '../catalogues/azureLoadBalancer';
import { azurePrivateLinkServiceCatalogue } from '../catalogues/azurePrivateLinkService';
import {
  EXTERNAL_DNS_FORMER_PREFIX,
  externalDnsCatalogue,
} from '../catalogues/externalDns';
import { AnnotationCatalogue, AnnotationSpec } from '../catalogues/types';
import { planAwsInTreeService } from '../plan/awsInTree';
import { planAzureService } from '../plan/azure';
import { ControllerRefusal } from '../plan/ControllerRefusal';
import { planExternalDns } from '../plan/externalDns';
import { KubernetesObject, ManifestValue } from '../plan/KubernetesObject';

/** Values that stand in manifests, and values that break what splits, counts and compares them. */
const value = (spec: AnnotationSpec) =>
  fc.oneof(
    fc.constantFrom(
      spec.example ?? '',
      ...(spec.allowed ?? []),
      ...['', ' ', ',', '=', '*', 'TRUE', 'true ', '-1', '9'.repeat(30)],
      ...['10.0.0.1/8', '::ffff:1.2.3.4/96', 'fe80::1%eth0', '__proto__=1'],
      ...['1e9h', '.', '\u0000', '\ud800', '80, 443', 'a=b=c,=,d'],
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );

function annotationsOf(catalogue: AnnotationCatalogue, prefix?: string) {
  const entries = catalogue.annotations.map(spec =>
    fc.record({
      key: fc.constant(
        `${prefix ?? catalogue.prefix}${spec.key.replace(/<.*>/, '80')}`,
      ),
      value: value(spec),
    }),
  );
  return fc
    .array(fc.oneof(...entries), { maxLength: 12 })
    .map(pairs =>
      Object.fromEntries(pairs.map(pair => [pair.key, pair.value])),
    );
}

const anything: fc.Arbitrary<ManifestValue> =
  fc.jsonValue() as fc.Arbitrary<ManifestValue>;

/** A Service as the API server takes it, or with anything in the places that planners read. */
const spec = fc.oneof(
  fc.record({
    type: fc.constant('LoadBalancer'),
    ports: fc.array(
      fc.record({
        name: fc.constantFrom('http', 'https'),
        port: fc.nat(65535),
        nodePort: fc.nat(65535),
        protocol: fc.constantFrom('TCP', 'UDP'),
      }),
      { maxLength: 2 },
    ),
    ipFamilies: fc.subarray(['IPv4', 'IPv6']),
    externalTrafficPolicy: fc.constantFrom('Local', 'Cluster'),
  }),
  fc.record(
    {
      type: anything,
      ports: fc.oneof(anything, fc.array(anything)),
      ipFamilies: anything,
      loadBalancerIP: anything,
      loadBalancerSourceRanges: fc.oneof(anything, fc.array(fc.string())),
      rules: fc.oneof(anything, fc.array(anything)),
      tls: fc.oneof(anything, fc.array(anything)),
      hostnames: anything,
    },
    { requiredKeys: [] },
  ),
);

const objectWith = (annotations: fc.Arbitrary<Record<string, string>>) =>
  fc.record<KubernetesObject>({
    kind: fc.constantFrom('Service', 'Ingress', 'HTTPRoute'),
    metadata: fc.record({ name: fc.string(), annotations }),
    spec,
  });

/** Whether a planner gives a model or refuses with the controller's words; anything else is a bug. */
function isAnswered(plan: () => object): boolean {
  try {
    return typeof plan() === 'object';
  } catch (error) {
    if (!(error instanceof ControllerRefusal)) throw error;
    return error.message !== '' && error.about.every(key => key !== '');
  }
}

const azure = fc
  .tuple(
    annotationsOf(azureLoadBalancerCatalogue),
    annotationsOf(azurePrivateLinkServiceCatalogue),
  )
  .map(([loadBalancer, privateLink]) => ({ ...loadBalancer, ...privateLink }));

describe('whatever stands in the annotations, a planner plans or refuses', () => {
  it('for Azure', () => {
    fc.assert(
      fc.property(objectWith(azure), object => {
        expect(isAnswered(() => planAzureService(object))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('for the in-tree AWS provider', () => {
    fc.assert(
      fc.property(objectWith(annotationsOf(awsInTreeCatalogue)), object => {
        expect(isAnswered(() => planAwsInTreeService(object))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([externalDnsCatalogue.prefix, EXTERNAL_DNS_FORMER_PREFIX])(
    'for external-dns with the prefix %s, which refuses nothing',
    prefix => {
      fc.assert(
        fc.property(
          objectWith(annotationsOf(externalDnsCatalogue, prefix)),
          object => {
            expect(planExternalDns(object, { prefix })).toHaveProperty(
              'reconciled',
            );
          },
        ),
        { numRuns: 1000 },
      );
    },
  );
});

describe('long values', () => {
  // Kubernetes takes 256 KiB of annotations.
  const long = 250_000;
  const plan = (name: string, text: string) => () =>
    planAzureService({
      kind: 'Service',
      metadata: {
        annotations: { [`service.beta.kubernetes.io/${name}`]: text },
      },
      spec: { ports: [{ port: 443 }] },
    });

  it.each([
    ['azure-allowed-ip-ranges', ','.repeat(long)],
    ['azure-allowed-ip-ranges', `${' '.repeat(long)}x`],
    ['azure-allowed-ip-ranges', '0:'.repeat(long / 2)],
    ['azure-pls-visibility', ' '.repeat(long)],
    ['azure-pls-ip-configuration-ip-address-count', '0'.repeat(long)],
  ])('are read in a moment: %s', (name, text) => {
    expect(isAnswered(plan(name, text))).toBe(true);
  });

  it.each(['1h', '0', '.', '1.1ns'])('of durations too: %s', part => {
    const ttl = part.repeat(long / part.length);
    expect(
      planExternalDns({
        kind: 'Service',
        metadata: {
          annotations: { 'external-dns.kubernetes.io/ttl': ttl },
        },
      }),
    ).toMatchObject({ reconciled: true });
  });
});
