import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { platformPreparation } from '../__testUtils__/clusterPreparation';
import { hostileText } from '../__testUtils__/hostileText';
import { judgeRefusal, keysOf, sectionsOf } from '../__testUtils__/judge';
import { buildAwsClusterPreparation } from '../buildAwsClusterPreparation';
import { BuildResult } from '../builders/types';
import { HclBlockNode, readHcl } from '../hcl/readHcl';

type Case = [string, (text: string) => object];

const { controller, pods, infrastructure } = platformPreparation;
const fields: Case[] = [
  ['entityRef', entityRef => ({ entityRef })],
  ['ownerTag', ownerTag => ({ ownerTag })],
  ['reason', reason => ({ reason })],
  ['cluster', cluster => ({ cluster })],
  ['account', account => ({ account })],
  ['issuer', text => ({ issuer: `${platformPreparation.issuer}${text}` })],
  ['vpc', vpc => ({ vpc })],
  ['sharedSubnets[0]', subnet => ({ sharedSubnets: [subnet] })],
  [
    'controller.serviceAccount.name',
    name => ({ controller: { ...controller, serviceAccount: { name } } }),
  ],
  [
    'controller.serviceAccount.namespace',
    namespace => ({
      controller: { ...controller, serviceAccount: { namespace } },
    }),
  ],
  [
    'controller.roleName',
    roleName => ({ controller: { ...controller, roleName } }),
  ],
  [
    'controller.permissionsBoundaryArn',
    text => ({
      controller: {
        ...controller,
        permissionsBoundaryArn: `arn:aws:iam::aws:policy/${text}`,
      },
    }),
  ],
  [
    'controller.manifestPath',
    manifestPath => ({ controller: { ...controller, manifestPath } }),
  ],
  [
    'pods.securityGroup',
    group => ({ pods: { ...pods, securityGroup: group } }),
  ],
  [
    'pods.from.cidrs[0]',
    cidr => ({ pods: { ...pods, from: { type: 'networks', cidrs: [cidr] } } }),
  ],
  [
    'infrastructure.loadBalancerRoleArn',
    text => ({
      infrastructure: {
        ...infrastructure,
        loadBalancerRoleArn: `arn:aws:iam::999988887777:role/${text}`,
      },
    }),
  ],
  ['tags', text => ({ tags: { [text]: text } })],
];

const languages = [
  {},
  {
    infrastructure: {
      format: 'cloudformation',
      loadBalancerPath: 'a.json',
      clusterPath: 'b.json',
    },
  },
];

const build = (change: object) =>
  buildAwsClusterPreparation({ ...platformPreparation, ...change });

/** The names of attributes and the types of blocks, without labels, which a cluster's name is in. */
const outlineOf = ({ type, attributes, blocks }: HclBlockNode): unknown => [
  type,
  attributes.map(({ name }) => name),
  blocks.map(outlineOf),
];

/** Keys of a file; those of tags are a user's own. */
function shapeOf({ path, content }: BuildResult['files'][number]): string {
  if (path.endsWith('.tf'))
    return JSON.stringify(readHcl(content).blocks.map(outlineOf));
  return JSON.stringify(
    parseAllDocuments(content).map(document =>
      keysOf(document.toJS()).map(key =>
        key
          .replace(/\/Tags\/\d+\/.*/, '/Tags')
          .replace(/oidc\.eks.*/, 'issuer'),
      ),
    ),
  );
}

const harmless = languages
  .flatMap(language => [
    build(language),
    build({ ...language, sharedSubnets: ['subnet-0a1b2c3d'] }),
    build({
      ...language,
      controller: {
        ...controller,
        permissionsBoundaryArn: 'arn:aws:iam::aws:policy/a',
      },
    }),
    build({
      ...language,
      pods: { ...pods, from: { type: 'networks', cidrs: ['10.1.0.0/16'] } },
    }),
    build({
      ...language,
      pods: { ...pods, from: { type: 'networks', cidrs: ['fd00::/56'] } },
    }),
  ])
  .concat(
    build({
      infrastructure: {
        ...infrastructure,
        loadBalancerRoleArn: 'arn:aws:iam::999988887777:role/a',
      },
    }),
  );
const unique = (key: string) => key.replace(/("[^"]*Tags",?)+/g, '$1');
const shapes = new Set(
  harmless.flatMap(({ files }) => files.map(shapeOf).map(unique)),
);
const outlines = new Set(
  harmless.map(({ description }) => sectionsOf(description)),
);

/** `sound` where the text is refused by its field's name, or changes nothing but values. */
function judge(field: string, change: object): string {
  let built;
  try {
    built = build(change);
  } catch (error) {
    return judgeRefusal(error, field);
  }
  if (built.files.some(file => !shapes.has(unique(shapeOf(file)))))
    return 'a key added';
  const isOpen = built.files.some(
    ({ path, content }) =>
      path.endsWith('.tf') && /[^$]\$\{|[^%]%\{/.test(content),
  );
  if (isOpen) return 'an interpolation added';
  return outlines.has(sectionsOf(built.description))
    ? 'sound'
    : 'a heading added';
}

describe('hostile text in the intent of a cluster’s preparation', () => {
  it.each(fields)(
    '%s: is refused by its name, or adds nothing to the files',
    (field, change) => {
      fc.assert(
        fc.property(
          hostileText,
          fc.constantFrom(...languages),
          (text, language) => {
            expect(judge(field, { ...language, ...change(text) })).toBe(
              'sound',
            );
          },
        ),
        { numRuns: 30, examples: [['a', languages[0]]] },
      );
    },
  );
});
