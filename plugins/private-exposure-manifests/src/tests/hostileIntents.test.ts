import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { hostileText } from '../__testUtils__/hostileText';
import {
  hasInterpolation,
  judgeRefusal,
  sectionsOf,
} from '../__testUtils__/judge';
import { paymentsExposure } from '../__testUtils__/paymentsExposure';
import { readHclWithTerraform } from '../__testUtils__/readHclWithTerraform';
import { buildAwsPrivateLinkConsumer } from '../buildAwsPrivateLinkConsumer';
import { buildAwsPrivateLinkExposure } from '../buildAwsPrivateLinkExposure';

type Change = (text: string) => Partial<typeof paymentsExposure>;

const { service, endpointService, loadBalancer } = paymentsExposure;
const fields: [string, Change][] = [
  ['entityRef', entityRef => ({ entityRef })],
  ['cluster', cluster => ({ cluster })],
  ['account', account => ({ account })],
  ['region', region => ({ region })],
  ['reason', reason => ({ reason })],
  ['manifest.path', path => ({ manifest: { form: 'in-tree', path } })],
  ['service.name', name => ({ service: { ...service, name } })],
  ['service.namespace', namespace => ({ service: { ...service, namespace } })],
  [
    'service.selector',
    text => ({ service: { ...service, selector: { [text]: text } } }),
  ],
  [
    'service.ports[0].name',
    name => ({ service: { ...service, ports: [{ port: 1, name }] } }),
  ],
  ['loadBalancer.name', name => ({ loadBalancer: { ...loadBalancer, name } })],
  ['loadBalancer.tags', text => ({ loadBalancer: { tags: { [text]: text } } })],
  [
    'loadBalancer.healthCheck.path',
    path => ({ loadBalancer: { healthCheck: { protocol: 'http', path } } }),
  ],
  [
    'endpointService.name',
    name => ({ endpointService: { ...endpointService, name } }),
  ],
  [
    'endpointService.grants[0].principal',
    principal => ({ endpointService: { name: 'a', grants: [{ principal }] } }),
  ],
  [
    'endpointService.privateDns.name',
    name => ({ endpointService: { name: 'a', privateDns: { name } } }),
  ],
  [
    'endpointService.tags',
    text => ({ endpointService: { name: 'a', tags: { [text]: text } } }),
  ],
];

const plain = buildAwsPrivateLinkExposure(paymentsExposure);

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>(
    (sum, item) => sum + 1 + countKeys(item),
    0,
  );
}

/** `sound` where the text is refused by its field's name, or changes nothing but values. */
async function judge(
  field: string,
  change: Partial<typeof paymentsExposure>,
): Promise<string> {
  let built;
  try {
    built = buildAwsPrivateLinkExposure({ ...paymentsExposure, ...change });
  } catch (error) {
    return judgeRefusal(error, field);
  }
  const [manifest, terraform] = built.files;
  await readHclWithTerraform(terraform.content);
  if (parseAllDocuments(manifest.content).length !== 1)
    return 'a document added';
  if (hasInterpolation(terraform)) return 'an interpolation added';
  return sectionsOf(built.description) === sectionsOf(plain.description)
    ? 'sound'
    : 'a heading added';
}

describe('hostile text in an exposure’s intent', () => {
  it.each(fields)(
    '%s: is refused by its name, or adds nothing to the files',
    async (field, change) => {
      await fc.assert(
        fc.asyncProperty(hostileText, async text => {
          expect(await judge(field, change(text))).toBe('sound');
        }),
        { numRuns: 60 },
      );
    },
    // HashiCorp's parser is slow in long texts of templates.
    60_000,
  );

  it('represents a description of any allowed characters exactly, in Terraform and CloudFormation', async () => {
    const description = fc
      .array(
        fc.constantFrom(
          ...'aZ0 ._-:/()#,@[]+=&;{}!$*'.split(''),
          '${',
          '${a.b}',
        ),
        { minLength: 1, maxLength: 60 },
      )
      .map(parts => parts.join(''))
      .filter(text => !text.includes('{{') && text.length < 200);
    const consumer = (text: string, path: string) =>
      buildAwsPrivateLinkConsumer({
        entityRef: 'component:default/orders',
        name: 'payments',
        account: '333344445555',
        region: 'eu-west-1',
        serviceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0',
        vpc: 'vpc-0123456789abcdef0',
        subnets: ['subnet-0123456789abcdef0'],
        securityGroup: {
          description: text,
          ports: [443],
          sources: [{ type: 'cidr', cidr: '10.0.0.0/16' }],
        },
        infrastructure: path.endsWith('.tf')
          ? { format: 'terraform', path }
          : { format: 'cloudformation', path },
      }).files[0].content;
    await fc.assert(
      fc.asyncProperty(description, async text => {
        const terraform = await readHclWithTerraform(consumer(text, 'a.tf'));
        expect(terraform).toHaveProperty(
          'resource.aws_security_group.payments.0.description',
          text,
        );
        const template: unknown = JSON.parse(consumer(text, 'a.json'));
        expect(template).toHaveProperty(
          'Resources.PaymentsSecurityGroup.Properties.GroupDescription',
          text,
        );
        expect(consumer(text, 'a.json')).not.toContain('Fn::Sub');
        expect(countKeys(terraform)).toBe(
          countKeys(await readHclWithTerraform(consumer('x', 'a.tf'))),
        );
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
