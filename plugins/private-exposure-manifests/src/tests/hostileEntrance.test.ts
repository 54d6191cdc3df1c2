import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { hostileText } from '../__testUtils__/hostileText';
import {
  hasInterpolation,
  judgeRefusal,
  keysOf,
  sectionsOf,
} from '../__testUtils__/judge';
import { platformEntrance } from '../__testUtils__/platformEntrance';
import { readHclWithTerraform } from '../__testUtils__/readHclWithTerraform';
import { buildAwsPublicEntrance } from '../buildAwsPublicEntrance';
import { BuildResult, GeneratedFile } from '../builders/types';
import { AwsPublicEntranceInput } from '../intents/awsPublicEntrance';

const { service, externalDns } = platformEntrance;
const fields: [string, (text: string) => object][] = [
  ['entityRef', entityRef => ({ entityRef })],
  ['ownerTag', ownerTag => ({ ownerTag })],
  ['reason', reason => ({ reason })],
  ['cluster', cluster => ({ cluster })],
  ['account', account => ({ account })],
  ['vpc', vpc => ({ vpc })],
  ['subnets[0]', subnet => ({ subnets: [subnet] })],
  ['externalDnsPrefix', text => ({ externalDnsPrefix: `${text}/` })],
  ['hostName', text => ({ hostName: `${text}.acme.example` })],
  ['zone', zone => ({ zone })],
  ['service.name', name => ({ service: { ...service, name } })],
  ['service.namespace', namespace => ({ service: { ...service, namespace } })],
  [
    'service.selector',
    text => ({ service: { ...service, selector: { [text]: text } } }),
  ],
  [
    'certificateArn',
    text => ({
      certificateArn: `arn:aws:acm:eu-west-1:111122223333:certificate/${text}`,
    }),
  ],
  [
    'externalDns.issuer',
    text => ({ externalDns: { issuer: `${externalDns?.issuer}${text}` } }),
  ],
  [
    'externalDns.serviceAccount.name',
    name => ({ externalDns: { ...externalDns, serviceAccount: { name } } }),
  ],
  [
    'externalDns.serviceAccount.namespace',
    namespace => ({
      externalDns: { ...externalDns, serviceAccount: { namespace } },
    }),
  ],
  ['tags', text => ({ tags: { [text]: text } })],
];
/** A harmless value where the field's mere presence adds keys of its own. */
const HARMLESS: Record<string, object> = {
  'subnets[0]': { subnets: ['subnet-0a1b2c3d4e5f60718'] },
  certificateArn: {
    certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/a',
  },
};

const build = (change: object): BuildResult =>
  buildAwsPublicEntrance({
    ...platformEntrance,
    ...change,
  } as AwsPublicEntranceInput);

/** Keys that people choose or begin, and names that resources have from the intent's. */
const CHOSEN =
  /\/(tags|selector)\/.*|\/Tags\/\d+|\/[^/]+(?=\/hostname$)|\/StringEquals\/.*/;
const NAMED = /^((\/(resource|data)\/\w+|\/\d+\/Resources)\/)\w+/;

async function shapeOf({ path, content }: GeneratedFile): Promise<string> {
  const plain: unknown = path.endsWith('.tf')
    ? await readHclWithTerraform(content)
    : parseAllDocuments(content).map((document): unknown => document.toJS());
  const keys = keysOf(plain).map(key =>
    key.replace(CHOSEN, '/…').replace(NAMED, '$1…'),
  );
  return [...new Set(keys)].sort().join('\n');
}

const shapesOf = async ({ files }: BuildResult) =>
  (await Promise.all(files.map(shapeOf))).join('\n\n');

/** `sound` where the text is refused by its field's name, or changes nothing but values. */
async function judge(
  field: string,
  change: object,
  plain: BuildResult,
): Promise<string> {
  let built;
  try {
    built = build(change);
  } catch (error) {
    return judgeRefusal(error, field);
  }
  if ((await shapesOf(built)) !== (await shapesOf(plain))) return 'a key added';
  if (built.files.some(hasInterpolation)) return 'an interpolation added';
  return sectionsOf(built.description) === sectionsOf(plain.description)
    ? 'sound'
    : 'a heading added';
}

describe.each([
  { format: 'terraform', path: 'infra/a.tf' },
  { format: 'cloudformation', path: 'infra/a.yaml' },
] as const)('hostile text for an entrance in $path', infrastructure => {
  it.each(fields)(
    'for %s is refused by its name, or adds nothing',
    async (field, change) => {
      const plain = build({ infrastructure, ...HARMLESS[field] });
      await fc.assert(
        fc.asyncProperty(hostileText, async text => {
          await expect(
            judge(field, { infrastructure, ...change(text) }, plain),
          ).resolves.toBe('sound');
        }),
        { numRuns: 40 },
      );
    },
    // HashiCorp's parser is slow in long texts of templates.
    60_000,
  );
});
