import * as fc from 'fast-check';
import {
  networkCloudFront,
  publicEntrance,
  shopCloudFront,
} from '../__testUtils__/shopCloudFront';
import { buildAwsCloudFront } from '../buildAwsCloudFront';
import { AwsCloudFrontInput } from '../intents/awsCloudFront';
import { managedRuleGroups } from '../intents/webAcl';
import { lintManifests } from '../linter/lintManifests';

type Input = Partial<AwsCloudFrontInput>;

const route = {
  form: 'gateway-api',
  path: 'k8s/routes.yaml',
  route: { name: 'shop', namespace: 'shop' },
  gateway: { name: 'public', namespace: 'edge', sectionName: 'https' },
} as const;

const ways = fc.constantFrom<Input>(
  {},
  networkCloudFront,
  { origin: { type: 'vpc-origin', securityGroups: ['sg-0a1b2c3d4e5f60718'] } },
  {
    origin: {
      type: 'vpc-origin',
      vpc: 'vpc-0a1b2c3d4e5f60718',
      protocol: 'http',
    },
  },
  { origin: publicEntrance },
  { origin: { ...publicEntrance, route } },
);
const known = 'AWSManagedRulesKnownBadInputsRuleSet' as const;
const networks = ['192.0.2.0/24', '2001:db8::/32'];
const more: fc.Arbitrary<Input> = fc.record(
  {
    hostNames: fc.subarray(['shop.acme.example', 'www.acme.example'], {
      minLength: 1,
    }),
    caching: fc.constantFrom('disabled', 'optimized', 'origin'),
    redirectHttp: fc.boolean(),
    tlsPolicy: fc.constantFrom('TLSv1.2_2021', 'TLSv1.3_2025'),
    webAcl: fc.record(
      {
        type: fc.constant('own' as const),
        managedRuleGroups: fc
          .subarray(managedRuleGroups.filter(group => group !== known))
          .map(groups => [...groups, known]),
        allow: fc.subarray(networks),
        block: fc.subarray(networks),
        rateLimit: fc.integer({ min: 10, max: 2_000_000_000 }),
      },
      { requiredKeys: ['type'] },
    ),
    tags: fc.constantFrom<Record<string, string>>({}, { team: 'R+D' }),
    reason: fc.constant('The shop goes online: "${now}"'),
  },
  { requiredKeys: [] },
);
const infrastructure = fc.constantFrom<AwsCloudFrontInput['infrastructure']>(
  { format: 'terraform', path: 'infra/a.tf' },
  { format: 'cloudformation', path: 'infra/a.yaml' },
  { format: 'cloudformation', path: 'infra/a.json' },
);

/** A route of a Gateway has one name. */
const isGateway = ({ origin }: Input) =>
  origin?.type === 'public-entrance' && origin.route.form === 'gateway-api';

describe('any publication that can be built', () => {
  it('has no error for the linter, is written once, and tags its owner on what it makes', () => {
    fc.assert(
      fc.property(ways, more, infrastructure, (way, rest, where) => {
        const input = {
          ...shopCloudFront,
          ...rest,
          ...way,
          ...(isGateway(way) ? { hostNames: ['shop.acme.example'] } : {}),
          infrastructure: where,
        };
        const { files, findings } = buildAwsCloudFront(input);
        const existing = Object.fromEntries(
          files.map(({ path, content }) => [path, content]),
        );

        const errors = [...findings, ...lintManifests(files)].filter(
          ({ severity }) => severity === 'error',
        );
        expect(errors).toEqual([]);
        expect(buildAwsCloudFront(input, { existing }).files).toEqual([]);
        expect(existing[where.path]).toContain('component:default/shop');
      }),
      { numRuns: 120 },
    );
  });
});
