import fc from 'fast-check';
import { hostileText } from '../../__testUtils__/hostileText';
import { awsLbcIngressCatalogue } from '../../catalogues/awsLbcIngress';
import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject, ManifestValue } from '../KubernetesObject';
import { planIngress } from '../planIngress';
import { checkAdmission } from './admitIngress';
import {
  awsLbcIngressDefaults,
  AwsLbcIngressFacts,
} from './AwsLbcIngressFacts';
import { readLbcIngress } from './LbcIngress';
import { planAwsLbcIngress } from './planAwsLbcIngress';

const BACKENDS = ['payments', 'refunds', 'missing'];

const names = awsLbcIngressCatalogue.annotations.flatMap(({ key }) =>
  key.includes('<name>')
    ? BACKENDS.map(name => key.replace('<name>', name))
    : [
        key
          .replace('<protocol>-<port>', 'HTTPS-443')
          .replace('<service>.<port>', 'payments.80'),
      ],
);

// Half of what a hostile or hurried person writes: examples of other keys, their pieces, and anything.
const values = fc.oneof(
  fc.constantFrom(
    ...awsLbcIngressCatalogue.annotations.map(({ example }) => example),
  ),
  fc.constantFrom('', ',', '=', 'a=,', '\\', '10.0.0.0/8', 'true', '443', 'ip'),
  fc.constantFrom('null', '[]', '{}', '[null]', '[{"HTTPS":null}]', '[[1]]'),
  fc.json(),
  hostileText,
);

const annotations = fc.dictionary(
  fc.oneof(
    fc
      .constantFrom(...names)
      .map(name => `${awsLbcIngressCatalogue.prefix}${name}`),
    fc.constantFrom('kubernetes.io/ingress.class', '__proto__', 'constructor'),
  ),
  values,
);

const paths = fc.record({
  path: fc.oneof(fc.constantFrom('/', '/a/*', ''), hostileText),
  pathType: fc.constantFrom(
    'Exact',
    'Prefix',
    'ImplementationSpecific',
    'Other',
  ),
  backend: fc.record({
    service: fc.record({
      name: fc.constantFrom(...BACKENDS),
      port: fc.constantFrom<ManifestValue>(
        { number: 80 },
        { name: 'http' },
        { name: 'use-annotation' },
      ),
    }),
  }),
});

const specs = fc.oneof(
  fc.record({
    ingressClassName: fc.constant('alb'),
    rules: fc.array(
      fc.record({
        host: fc.constantFrom('', 'pay.example.com'),
        http: fc.record({ paths: fc.array(paths, { maxLength: 3 }) }),
      }),
      { maxLength: 2 },
    ),
  }),
  fc.dictionary(
    fc.constantFrom('rules', 'tls', 'defaultBackend', 'ingressClassName'),
    fc.jsonValue(),
  ),
) as fc.Arbitrary<KubernetesObject['spec']>;

const ingresses = fc
  .tuple(annotations, specs, fc.constantFrom('a', 'b', 'c'))
  .map(
    ([written, spec, name]): KubernetesObject => ({
      kind: 'Ingress',
      metadata: { name, namespace: 'shop', annotations: written },
      spec,
    }),
  );

const facts: AwsLbcIngressFacts = {
  ...awsLbcIngressDefaults,
  clusterName: 'platform',
  services: ['payments', 'refunds'].map(name => ({
    kind: 'Service',
    metadata: { name, namespace: 'shop' },
    spec: {
      ports: [{ name: 'http', port: 80, targetPort: 'web', nodePort: 30080 }],
    },
  })),
  subnets: [
    { id: 'subnet-a', zone: 'a' },
    { id: 'subnet-b', zone: 'b' },
  ],
  webAcls: {},
  trustStores: {},
  certificates: [],
  featureGates: {
    ...awsLbcIngressDefaults.featureGates,
    EnableCertificateManagement: true,
  },
};

/** Whether a plan is made, or refused as the controller would. */
function isAnswered(plan: () => unknown): boolean {
  try {
    plan();
    return true;
  } catch (error) {
    return (
      error instanceof ControllerRefusal && error.message.trim().length > 0
    );
  }
}

describe('Ingresses as anybody may write them', () => {
  it('are planned or refused, alone and in a group', () => {
    fc.assert(
      fc.property(
        fc.array(ingresses, { minLength: 1, maxLength: 3 }),
        ([first, ...otherIngresses]) => {
          const plan = () =>
            planAwsLbcIngress(first, { ...facts, otherIngresses });
          expect(isAnswered(plan)).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('are planned or refused where nothing is known of the cluster', () => {
    fc.assert(
      fc.property(ingresses, object => {
        expect(isAnswered(() => planIngress(object))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('are admitted or refused', () => {
    const admission = {
      ...facts,
      forbidsClassAnnotation: true,
      forbidsGroupNameAnnotation: true,
    };
    fc.assert(
      fc.property(ingresses, fc.option(ingresses), (object, before) => {
        const admit = () =>
          checkAdmission(
            readLbcIngress(object),
            before ? readLbcIngress(before) : undefined,
            admission,
          );
        expect(isAnswered(admit)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
