import * as fc from 'fast-check';
import { paymentsExposure } from '../__testUtils__/paymentsExposure';
import { superApi } from '../__testUtils__/superApi';
import { buildAwsPrivateLinkExposure } from '../buildAwsPrivateLinkExposure';
import { buildAzurePrivateLinkExposure } from '../buildAzurePrivateLinkExposure';
import type { BuildResult } from '../builders/types';
import { InvalidIntentError } from '../errors';
import { azureManifestForms } from '../intents/azureExposure';
import {
  type AwsPrivateLinkExposureInput,
  manifestForms,
} from '../intents/exposure';
import { lintManifests } from '../linter/lintManifests';

const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined });
type LoadBalancer = NonNullable<AwsPrivateLinkExposureInput['loadBalancer']>;
const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const someOf = <T>(...values: T[]) => fc.subarray(values);
const tags = fc.dictionary(
  fc.constantFrom('team', 'cost centre'),
  fc.constantFrom('a', 'R+D', 'x=y'),
);

const service = fc.constantFrom(
  paymentsExposure.service,
  { ...paymentsExposure.service, ports: [{ port: 80 }] },
  {
    ...paymentsExposure.service,
    ports: [
      { name: 'grpc', port: 443, targetPort: 'grpc' },
      { name: 'http', port: 80 },
    ],
  },
);

const seconds = fc
  .tuple(fc.integer({ min: 5, max: 300 }), fc.integer({ min: 2, max: 120 }))
  .map(([interval, timeout]) => ({
    intervalSeconds: interval,
    timeoutSeconds: Math.min(interval, timeout),
  }));
const probe = fc.constantFrom(
  { protocol: 'tcp' as const },
  { protocol: 'tcp' as const, port: 8080 },
  { protocol: 'http' as const, path: "/a?b='c'", healthyThreshold: 2 },
  { protocol: 'https' as const, port: 'traffic-port' as const },
);
const healthCheck = fc
  .tuple(probe, maybe(seconds))
  .map(([check, times]) => ({ ...check, ...times }));

/** What every controller can set. */
const anyLoadBalancer = fc.record(
  {
    internal: fc.boolean(),
    subnets: someOf('subnet-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d4e5f60719'),
    securityGroups: oneOf<LoadBalancer['securityGroups']>(
      { type: 'managed', sourceRanges: ['10.0.0.0/8'] },
      { type: 'explicit', ids: ['sg-0123456789abcdef0'] },
    ),
    proxyProtocol: fc.boolean(),
    healthCheck,
    tags,
  },
  { requiredKeys: [] },
);

/** What only the AWS Load Balancer Controller can set besides. */
const loadBalancer = fc
  .tuple(
    anyLoadBalancer,
    fc.record(
      {
        name: fc.constant('payments-nlb'),
        targetType: fc.constantFrom('ip' as const, 'instance' as const),
        crossZone: fc.boolean(),
        deletionProtection: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    oneOf<LoadBalancer>(
      {},
      { inboundRulesOnPrivateLinkTraffic: 'on' },
      { inboundRulesOnPrivateLinkTraffic: 'off' },
      { securityGroups: { type: 'none' } },
      {
        securityGroups: {
          type: 'managed',
          prefixLists: ['pl-0a1b2c3d'],
        },
      },
      {
        securityGroups: {
          type: 'explicit',
          ids: ['sg-0123456789abcdef0'],
          manageBackendRules: false,
        },
      },
    ),
  )
  .map(([any, own, groups]) => ({ ...any, ...own, ...groups }));

/** Who makes the load balancer, and what it is told. */
const made = fc.oneof(
  fc.record({
    manifest: fc.constantFrom(
      { form: 'in-tree' as const },
      { form: 'istio-operator' as const, controller: 'in-tree' as const },
      { form: 'gateway-api' as const, controller: 'in-tree' as const },
    ),
    loadBalancer: anyLoadBalancer,
  }),
  fc.record({
    manifest: fc
      .constantFrom(...manifestForms.filter(form => form !== 'in-tree'))
      .map(form => ({ form })),
    loadBalancer,
  }),
);

const endpointService = fc.record(
  {
    name: fc.constant('payments'),
    acceptanceRequired: fc.boolean(),
    grants: someOf('444455556666', 'arn:aws:iam::444455556666:role/reader').map(
      principals => principals.map(principal => ({ principal })),
    ),
    privateDns: fc.record({
      name: fc.constant('payments.acme.example'),
      verify: fc.boolean(),
    }),
    supportedRegions: someOf('eu-central-1', 'us-east-1'),
    notification: fc.constant({
      topicArn: 'arn:aws:sns:eu-west-1:111122223333:connections',
    }),
    tags,
  },
  { requiredKeys: ['name'] },
);

const awsInput: fc.Arbitrary<AwsPrivateLinkExposureInput> = fc
  .tuple(
    made,
    service,
    endpointService,
    fc.constantFrom(
      { format: 'terraform' as const, path: 'infra/payments.tf' },
      { format: 'cloudformation' as const, path: 'infra/payments.yaml' },
      { format: 'cloudformation' as const, path: 'infra/payments.json' },
    ),
    maybe(fc.constant('Orders has to charge cards: "${now}"')),
  )
  .map(
    ([
      { manifest, ...balancer },
      ports,
      endpoints,
      infrastructure,
      reason,
    ]) => ({
      ...paymentsExposure,
      ...balancer,
      manifest: { ...manifest, path: 'k8s/service.yaml' },
      service: ports,
      endpointService: endpoints,
      ...{ infrastructure, reason },
    }),
  );

const azureSubscription = '22222222-2222-4222-8222-222222222222';
const azureInput = fc.record({
  form: fc.constantFrom(...azureManifestForms),
  loadBalancer: fc.record(
    {
      subnet: fc.constant('load-balancers'),
      address: fc.constant('10.0.0.10'),
      sourceRanges: someOf('10.0.0.0/8', '192.168.0.0/16'),
      healthProbe: fc.constantFrom(
        { protocol: 'tcp' as const },
        { protocol: 'http' as const, path: '/healthz' },
      ),
    },
    { requiredKeys: [] },
  ),
  more: fc.record(
    {
      subnet: fc.constant('private-link'),
      addressCount: fc.integer({ min: 1, max: 8 }),
      proxyProtocol: fc.boolean(),
      visibility: someOf(azureSubscription),
      fqdns: someOf('payments.acme.example'),
    },
    { requiredKeys: [] },
  ),
});

/** Errors in what is built, by rule; nothing if the intent can't be built. */
function errorsOf(build: () => BuildResult): string[] | undefined {
  let built: BuildResult;
  try {
    built = build();
  } catch (error) {
    if (error instanceof InvalidIntentError) return undefined;
    throw error;
  }
  // Read anew, as the command line would read what was merged.
  const findings = [...built.findings, ...lintManifests(built.files)];
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

/** What is wrong with what comes of many intents, and how many of them can be built. */
function judge<T>(input: fc.Arbitrary<T>, build: (value: T) => BuildResult) {
  const outcomes = fc
    .sample(input, 400)
    .map(value => ({ value, errors: errorsOf(() => build(value)) }));
  return {
    built: outcomes.filter(({ errors }) => errors !== undefined).length,
    wrong: outcomes.filter(({ errors = [] }) => errors.length > 0),
  };
}

describe('the linter has no error for', () => {
  it('any exposure over AWS PrivateLink that can be built', () => {
    const { built, wrong } = judge(awsInput, input =>
      buildAwsPrivateLinkExposure(input),
    );

    expect(wrong).toEqual([]);
    expect(built).toBeGreaterThan(100);
  });

  it('any exposure over Azure Private Link that can be built', () => {
    const { built, wrong } = judge(
      azureInput,
      ({ form, loadBalancer: balancer, more }) =>
        buildAzurePrivateLinkExposure({
          ...superApi,
          manifest: { form, path: 'k8s/service.yaml' },
          loadBalancer: balancer,
          privateLinkService: { ...superApi.privateLinkService, ...more },
        }),
    );

    expect(wrong).toEqual([]);
    expect(built).toBeGreaterThan(100);
  });
});
