import * as fc from 'fast-check';
import {
  ordersEndpoint,
  superApiFrontDoor,
} from '../__testUtils__/azureInputs';
import { hostileText } from '../__testUtils__/hostileText';
import {
  hasInterpolation,
  judgeRefusal,
  sectionsOf,
} from '../__testUtils__/judge';
import { readHclWithTerraform } from '../__testUtils__/readHclWithTerraform';
import { readBicep } from '../bicep/readBicep';
import { buildAzureFrontDoor } from '../buildAzureFrontDoor';
import { buildAzurePrivateLinkConsumer } from '../buildAzurePrivateLinkConsumer';
import { BuildResult } from '../builders/types';

const { origin } = superApiFrontDoor;
const { network } = ordersEndpoint;
const domain = (hostName: string) => ({ customDomain: { hostName } });

type Case = [string, (text: string) => object];
const frontDoorFields: Case[] = [
  ['entityRef', entityRef => ({ entityRef })],
  ['ownerTag', ownerTag => ({ ownerTag })],
  ['reason', reason => ({ reason })],
  ['name', name => ({ name })],
  ['subscription', subscription => ({ subscription })],
  ['resourceGroup', resourceGroup => ({ resourceGroup })],
  [
    'origin.privateLinkServiceId',
    text => ({
      origin: {
        ...origin,
        privateLinkServiceId: `${origin.privateLinkServiceId}${text}`,
      },
    }),
  ],
  ['origin.location', location => ({ origin: { ...origin, location } })],
  ['origin.hostName', hostName => ({ origin: { ...origin, hostName } })],
  ['origin.hostHeader', hostHeader => ({ origin: { ...origin, hostHeader } })],
  ['requestMessage', requestMessage => ({ requestMessage })],
  ['healthProbe.path', path => ({ healthProbe: { path: `/${path}` } })],
  ['patterns[0]', pattern => ({ patterns: [`/${pattern}`] })],
  ['customDomain.hostName', domain],
  ['tags', text => ({ tags: { [text]: text } })],
];
const consumerFields: Case[] = [
  ['entityRef', entityRef => ({ entityRef })],
  ['name', name => ({ name })],
  ['resourceGroup', resourceGroup => ({ resourceGroup })],
  ['location', location => ({ location })],
  ['service', alias => ({ service: { alias } })],
  ['network.vnet', vnet => ({ network: { ...network, vnet } })],
  ['network.subnet', subnet => ({ network: { ...network, subnet } })],
  ['requestMessage', requestMessage => ({ requestMessage })],
  ['privateDns.zone', zone => ({ privateDns: { zone, record: 'a' } })],
  ['privateDns.record', record => ({ privateDns: { zone: 'a.b', record } })],
  ['tags', text => ({ tags: { [text]: text } })],
];
const formats = [
  { format: 'terraform', path: 'a.tf' },
  { format: 'bicep', path: 'a.bicep' },
] as const;

type Build = (change: object) => BuildResult;
const frontDoor: Build = change =>
  buildAzureFrontDoor({ ...superApiFrontDoor, ...change });
const consumer: Build = change =>
  buildAzurePrivateLinkConsumer({ ...ordersEndpoint, ...change });

const linesOf = (content: string) => content.split('\n').length;

/** `sound` where the text is refused by its field's name, or changes nothing but values. */
async function judge(
  build: Build,
  field: string,
  options: { change: object; plain: BuildResult; lines: number[] },
): Promise<string> {
  let built;
  try {
    built = build(options.change);
  } catch (error) {
    return judgeRefusal(error, field);
  }
  const [file] = built.files;
  const { path, content } = file;
  if (path.endsWith('.tf')) await readHclWithTerraform(content);
  else readBicep(content);
  if (!options.lines.includes(linesOf(content))) return 'a line added';
  if (hasInterpolation(file)) return 'an interpolation added';
  return sectionsOf(built.description) === sectionsOf(options.plain.description)
    ? 'sound'
    : 'a heading added';
}

describe.each(formats)('hostile text in $format', infrastructure => {
  it.each([
    ...frontDoorFields.map(([field, change]) => ({
      ...{ what: 'Front Door', build: frontDoor, field, change },
      shapes: [domain('a.b')],
    })),
    ...consumerFields.map(([field, change]) => ({
      ...{ what: 'an endpoint', build: consumer, field, change },
      shapes: [],
    })),
  ])(
    'for $field of $what is refused by its name, or adds nothing',
    async ({ build, field, change, shapes }) => {
      const plain = build({ infrastructure });
      // What a harmless value of these fields may add.
      const lines = [{}, { tags: { a: 'b' } }, ...shapes].map(more =>
        linesOf(build({ infrastructure, ...more }).files[0].content),
      );
      await fc.assert(
        fc.asyncProperty(hostileText, async text => {
          const judged = await judge(build, field, {
            ...{ plain, lines },
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
