import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { hostileText } from '../__testUtils__/hostileText';
import {
  hasInterpolation,
  judgeRefusal,
  keysOf,
  sectionsOf,
} from '../__testUtils__/judge';
import { readHclWithTerraform } from '../__testUtils__/readHclWithTerraform';
import {
  publicEntrance,
  shopCloudFront,
} from '../__testUtils__/shopCloudFront';
import { buildAwsCloudFront } from '../buildAwsCloudFront';
import { BuildResult, GeneratedFile } from '../builders/types';
import { AwsCloudFrontInput } from '../intents/awsCloudFront';

type Case = [string, (text: string) => object];
const { service, origin, manifest } = shopCloudFront;
const ARN = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:a';

const fields: Case[] = [
  ['entityRef', entityRef => ({ entityRef })],
  ['ownerTag', ownerTag => ({ ownerTag })],
  ['reason', reason => ({ reason })],
  ['name', name => ({ name })],
  ['cluster', cluster => ({ cluster })],
  ['account', account => ({ account })],
  ['region', region => ({ region })],
  ['externalDnsPrefix', text => ({ externalDnsPrefix: `${text}/` })],
  ['hostNames[0]', text => ({ hostNames: [`${text}.acme.example`] })],
  ['zone', zone => ({ zone })],
  ['paths[0].path', text => ({ paths: [{ path: `/${text}` }] })],
  ['service.name', name => ({ service: { ...service, name } })],
  ['service.namespace', namespace => ({ service: { ...service, namespace } })],
  [
    'service.selector',
    text => ({ service: { ...service, selector: { [text]: text } } }),
  ],
  [
    'manifest.ingressClassName',
    ingressClassName => ({ manifest: { ...manifest, ingressClassName } }),
  ],
  [
    'origin.healthCheckPath',
    text => ({ origin: { ...origin, healthCheckPath: `/${text}` } }),
  ],
  ['origin.subnets[0]', text => ({ origin: { ...origin, subnets: [text] } })],
  [
    'origin.certificateArn',
    text => ({
      origin: {
        ...origin,
        certificateArn: `arn:aws:acm:eu-west-1:111122223333:certificate/${text}`,
      },
    }),
  ],
  ['webAcl.block[0]', text => ({ webAcl: { type: 'own', block: [text] } })],
  ['webAcl.arn', arn => ({ webAcl: { type: 'shared', arn } })],
  ['logs.bucket', bucket => ({ logs: { bucket } })],
  ['tags', text => ({ tags: { [text]: text } })],
];
const entranceFields: Case[] = [
  [
    'origin.hostName',
    text => ({
      origin: { ...publicEntrance, hostName: `${text}.acme.example` },
    }),
  ],
  [
    'origin.route.ingress.name',
    name => ({
      origin: {
        ...publicEntrance,
        route: {
          ...publicEntrance.route,
          ingress: { name, namespace: 'shop' },
        },
      },
    }),
  ],
  [
    'origin.secretHeader.name',
    text => ({
      origin: {
        ...publicEntrance,
        secretHeader: { name: `X-${text}`, secretArn: ARN },
      },
    }),
  ],
  [
    'origin.secretHeader.secretArn',
    text => ({
      origin: {
        ...publicEntrance,
        secretHeader: { secretArn: `${ARN}${text}` },
      },
    }),
  ],
];

const formats = [
  { format: 'terraform', path: 'infra/a.tf' },
  { format: 'cloudformation', path: 'infra/a.yaml' },
  { format: 'cloudformation', path: 'infra/a.json' },
] as const;

const build = (change: object): BuildResult =>
  buildAwsCloudFront({ ...shopCloudFront, ...change } as AwsCloudFrontInput);

/** Keys that people choose or begin, and names that resources have from the intent's. */
const CHOSEN =
  /\/(tags|selector)\/.*|\/Tags\/\d+|\/[^/]+(?=\/ingress-hostname-source$)/;
const NAMED = /^((\/(resource|data)\/\w+|\/\d+\/Resources)\/)\w+/;

async function shapeOf({ path, content }: GeneratedFile): Promise<string[]> {
  const plain: unknown = path.endsWith('.tf')
    ? await readHclWithTerraform(content)
    : parseAllDocuments(content).map((document): unknown => document.toJS());
  return [
    ...new Set(
      keysOf(plain).map(key => key.replace(CHOSEN, '/…').replace(NAMED, '$1…')),
    ),
  ].sort();
}

const shapesOf = async ({ files }: BuildResult) =>
  (await Promise.all(files.map(shapeOf))).flat();

/** `sound` where the text is refused by its field's name, or changes nothing but values. */
async function judge(
  field: string,
  options: { change: object; plain: BuildResult; shapes: string[] },
): Promise<string> {
  let built;
  try {
    built = build(options.change);
  } catch (error) {
    return judgeRefusal(error, field);
  }
  const found = await shapesOf(built);
  const { shapes } = options;
  if (found.join('\n') !== shapes.join('\n')) return 'a key added';
  if (built.files.some(hasInterpolation)) return 'an interpolation added';
  return sectionsOf(built.description) === sectionsOf(options.plain.description)
    ? 'sound'
    : 'a heading added';
}

/** A harmless value where the field's mere presence adds keys of its own. */
const HARMLESS: Record<string, object> = {
  'origin.subnets[0]': {
    origin: { ...origin, subnets: ['subnet-0a1b2c3d4e5f60718'] },
  },
  'origin.certificateArn': {
    origin: {
      ...origin,
      certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/a',
    },
  },
  'webAcl.block[0]': { webAcl: { type: 'own', block: ['192.0.2.0/24'] } },
  'logs.bucket': { logs: { bucket: 'logs' } },
  'origin.hostName': { origin: publicEntrance },
  'origin.route.ingress.name': { origin: publicEntrance },
  'origin.secretHeader.name': {
    origin: { ...publicEntrance, secretHeader: { secretArn: ARN } },
  },
  'origin.secretHeader.secretArn': {
    origin: { ...publicEntrance, secretHeader: { secretArn: ARN } },
  },
};

describe.each(formats)('hostile text in $path', infrastructure => {
  it.each([...fields, ...entranceFields])(
    'for %s is refused by its name, or adds nothing',
    async (field, change) => {
      const plain = build({ infrastructure, ...HARMLESS[field] });
      const shapes = await shapesOf(plain);
      await fc.assert(
        fc.asyncProperty(hostileText, async text => {
          const judged = await judge(field, {
            ...{ plain, shapes },
            change: { infrastructure, ...change(text) },
          });
          expect(judged).toBe('sound');
        }),
        { numRuns: 40 },
      );
    },
    // HashiCorp's parser is slow in long texts of templates.
    60_000,
  );
});
