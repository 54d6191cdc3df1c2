import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { hostileText } from '../__testUtils__/hostileText';
import { superApi } from '../__testUtils__/superApi';
import { buildAzurePrivateLinkExposure } from '../buildAzurePrivateLinkExposure';
import { judgeRefusal, keysOf, sectionsOf } from '../__testUtils__/judge';

type Change = (text: string) => Partial<typeof superApi>;

const { service, privateLinkService } = superApi;
const pls = (change: object) => ({
  privateLinkService: { ...privateLinkService, ...change },
});
const fields: [string, Change][] = [
  ['entityRef', entityRef => ({ entityRef })],
  ['reason', reason => ({ reason })],
  ['cluster', cluster => ({ cluster })],
  ['subscription', subscription => ({ subscription })],
  ['resourceGroup', resourceGroup => ({ resourceGroup })],
  ['location', location => ({ location })],
  [
    'manifest.path',
    path => ({ manifest: { form: 'cloud-provider-azure', path } }),
  ],
  [
    'manifest.gatewayClassName',
    gatewayClassName => ({
      manifest: { form: 'gateway-api', path: 'a.yaml', gatewayClassName },
    }),
  ],
  ['service.name', name => ({ service: { ...service, name } })],
  ['service.namespace', namespace => ({ service: { ...service, namespace } })],
  ['loadBalancer.subnet', subnet => ({ loadBalancer: { subnet } })],
  ['loadBalancer.address', address => ({ loadBalancer: { address } })],
  [
    'loadBalancer.sourceRanges[0]',
    range => ({ loadBalancer: { sourceRanges: [range] } }),
  ],
  [
    'loadBalancer.healthProbe.path',
    path => ({ loadBalancer: { healthProbe: { protocol: 'http', path } } }),
  ],
  ['privateLinkService.name', name => pls({ name })],
  ['privateLinkService.resourceGroup', name => pls({ resourceGroup: name })],
  ['privateLinkService.subnet', subnet => pls({ subnet })],
  ['privateLinkService.addresses[0]', text => pls({ addresses: [text] })],
  ['privateLinkService.fqdns[0]', text => pls({ fqdns: [text] })],
  ['privateLinkService.visibility[0]', text => pls({ visibility: [text] })],
  ['privateLinkService.autoApproval[0]', text => pls({ autoApproval: [text] })],
];

const gateway = { form: 'gateway-api', path: 'a.yaml' } as const;
const harmless = [
  superApi,
  { ...superApi, manifest: { ...gateway, gatewayClassName: 'a' } },
  { ...superApi, manifest: gateway },
  { ...superApi, loadBalancer: { subnet: 'a' } },
  { ...superApi, loadBalancer: { address: '10.0.0.1' } },
  { ...superApi, loadBalancer: { sourceRanges: ['10.0.0.0/8'] } },
  {
    ...superApi,
    loadBalancer: { healthProbe: { protocol: 'http', path: '/' } as const },
  },
  { ...superApi, ...pls({ resourceGroup: 'a' }) },
  { ...superApi, ...pls({ fqdns: ['a.b'] }) },
].map(input => buildAzurePrivateLinkExposure(input));
const shapes = harmless.map(({ files }) => shapeOf(files[0].content));
// In a Gateway no Service becomes anything, so that its text has a section less.
const outlines: Partial<Record<string, number>> = Object.fromEntries(
  [superApi, { ...superApi, manifest: gateway }].map(input => [
    input.manifest.form,
    sectionsOf(buildAzurePrivateLinkExposure(input).description),
  ]),
);

function shapeOf(content: string): string {
  return JSON.stringify(
    parseAllDocuments(content).map(document => keysOf(document.toJS())),
  );
}

/** `sound` where the text is refused by its field's name, or changes nothing but values. */
function judge(field: string, change: Partial<typeof superApi>): string {
  let built;
  try {
    built = buildAzurePrivateLinkExposure({ ...superApi, ...change });
  } catch (error) {
    return judgeRefusal(error, field);
  }
  if (!shapes.includes(shapeOf(built.files[0].content))) return 'a key added';
  const { form } = change.manifest ?? superApi.manifest;
  return sectionsOf(built.description) === outlines[form]
    ? 'sound'
    : 'a heading added';
}

describe('hostile text in an Azure exposure’s intent', () => {
  it.each(fields)(
    '%s: is refused by its name, or adds nothing to the file',
    (field, change) => {
      fc.assert(
        fc.property(hostileText, text => {
          expect(judge(field, change(text))).toBe('sound');
        }),
        { numRuns: 60, examples: [['0']] },
      );
    },
  );
});
