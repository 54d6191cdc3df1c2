import * as fc from 'fast-check';
import { ExposureField, fieldsOfBoth } from '../__testUtils__/ExposureField';
import { hostileText } from '../__testUtils__/hostileText';
import { judgeRefusal } from '../__testUtils__/judge';
import { paymentsExposure } from '../__testUtils__/paymentsExposure';
import { readHclWithTerraform } from '../__testUtils__/readHclWithTerraform';
import { readYamlAlike } from '../__testUtils__/readYamlAlike';
import { replaceText } from '../__testUtils__/replaceText';
import { buildAwsPrivateLinkConsumer } from '../buildAwsPrivateLinkConsumer';
import { buildAwsPrivateLinkExposure } from '../buildAwsPrivateLinkExposure';
import { AwsPrivateLinkExposureInput } from '../intents/exposure';

const { endpointService } = paymentsExposure;
const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:';

type EndpointService = AwsPrivateLinkExposureInput['endpointService'];
const withService = (change: Partial<EndpointService>) => ({
  endpointService: { ...endpointService, ...change },
});

/** Fields whose text ends up in infrastructure code. */
const fields: ExposureField[] = [
  ...fieldsOfBoth,
  ['reason', reason => ({ reason }), 'harmless'],
  ['account', account => ({ account }), '999900001111'],
  ['region', region => ({ region }), 'ap-south-1'],
  [
    'endpointService.grants[0].principal',
    principal => withService({ grants: [{ principal }] }),
    'arn:aws:iam::999900001111:role/harmless',
  ],
  [
    'endpointService.privateDns.name',
    name => withService({ privateDns: { name } }),
    'harmless.acme.example',
  ],
  [
    'endpointService.supportedRegions[0]',
    region => withService({ supportedRegions: [region] }),
    'ap-south-1',
  ],
  [
    'endpointService.notification.topicArn',
    topicArn => withService({ notification: { topicArn } }),
    `${TOPIC}harmless`,
  ],
  [
    'endpointService.tags',
    text => withService({ tags: { team: text } }),
    'harmless',
  ],
  [
    'endpointService.tags',
    text => withService({ tags: { [text]: 'a' } }),
    'harmless',
  ],
];

/** What AWS allows in a tag, and what YAML, HCL and CloudFormation take for their own. */
const tagText = fc
  .array(
    fc.constantFrom(
      ...['a', 'Z', '0', ' ', ': ', ' - ', '=', '@', '+', '/', '.', '_', 'é'],
      ...[
        '__proto__',
        'on',
        'true',
        '~',
        '1e3',
        '0o7',
        '*',
        '&',
        '!Ref ',
        '{{',
        '${',
        ' #',
      ],
      '__proto__',
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map(parts => parts.join(''));

const text = fc.oneof(hostileText, tagText, fc.constant('__proto__'));

const FORMATS = {
  'infra/a.tf': async (content: string): Promise<unknown> =>
    readHclWithTerraform(content),
  'infra/a.yaml': async (content: string): Promise<unknown> =>
    readYamlAlike(content),
  'infra/a.json': async (content: string): Promise<unknown> =>
    JSON.parse(content),
};
type Path = keyof typeof FORMATS;
const paths = Object.keys(FORMATS) as Path[];

function infrastructureAt(path: Path) {
  return path.endsWith('.tf')
    ? { format: 'terraform' as const, path }
    : { format: 'cloudformation' as const, path };
}

async function exposure(
  path: Path,
  change: Partial<AwsPrivateLinkExposureInput>,
): Promise<unknown> {
  const { files } = buildAwsPrivateLinkExposure({
    ...paymentsExposure,
    ...change,
    infrastructure: infrastructureAt(path),
  });
  return FORMATS[path](files[1].content);
}

/** Without the order of tags, which means nothing, and the labels of grants, made from the account or a hash of the ARN. */
function normalize(value: unknown): unknown {
  const sortTags = (_key: string, item: unknown): unknown =>
    Array.isArray(item) && item.some(tag => 'Key' in Object(tag))
      ? [...item].sort((left, right) => (left.Key < right.Key ? -1 : 1))
      : item;
  const json = JSON.stringify(value, sortTags);
  return JSON.parse(json.replace(/"payments_[a-z0-9_]+":/g, '"grant":'));
}

describe.each(paths)('hostile text in %s', path => {
  it.each(fields)(
    '%s: stands there exactly, or is refused by its name',
    async (field, change, harmless) => {
      const plain = await exposure(path, change(harmless));
      const judge = async (value: string) => {
        let found;
        try {
          found = await exposure(path, change(value));
        } catch (error) {
          return judgeRefusal(error, field);
        }
        expect(normalize(found)).toEqual(
          normalize(replaceText(plain, harmless, value)),
        );
        return 'sound';
      };
      await fc.assert(
        fc.asyncProperty(text, async value => {
          expect(await judge(value)).toBe('sound');
        }),
        { numRuns: 60 },
      );
      expect(await judge(harmless)).toBe('sound');
    },
    // HashiCorp's parser is slow in long texts of templates.
    60_000,
  );

  it('the description of a consumer’s security group: stands there exactly, or is refused by its name', async () => {
    const described = fc.oneof(
      text,
      fc
        .array(
          fc.constantFrom(
            ...'aZ0 ._-:/()#,@[]+=&;{}!$*'.split(''),
            ...['${a.b}', '{{', ' #', ': ', '\u2028', '"', '\n'],
          ),
          { minLength: 1, maxLength: 40 },
        )
        .map(parts => parts.join('')),
    );
    const endpoint = (description: string) =>
      FORMATS[path](
        buildAwsPrivateLinkConsumer({
          entityRef: 'component:default/orders',
          name: 'payments',
          account: '333344445555',
          region: 'eu-west-1',
          serviceName:
            'com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0',
          vpc: 'vpc-0123456789abcdef0',
          subnets: ['subnet-0123456789abcdef0'],
          securityGroup: {
            description,
            ports: [443],
            sources: [{ type: 'cidr', cidr: '10.0.0.0/16' }],
          },
          infrastructure: infrastructureAt(path),
        }).files[0].content,
      );
    const plain = await endpoint('harmless');
    const judge = async (value: string) => {
      let found;
      try {
        found = await endpoint(value);
      } catch (error) {
        return judgeRefusal(error, 'securityGroup.description');
      }
      expect(found).toEqual(replaceText(plain, 'harmless', value));
      return 'sound';
    };
    await fc.assert(
      fc.asyncProperty(described, async value => {
        expect(await judge(value)).toBe('sound');
      }),
      { numRuns: 120 },
    );
  }, 60_000);
});
