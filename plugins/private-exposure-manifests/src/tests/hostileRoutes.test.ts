import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { hostileText } from '../__testUtils__/hostileText';
import { judgeRefusal, keysOf, sectionsOf } from '../__testUtils__/judge';
import {
  paymentsLoadBalancer,
  sharedSubnetsCluster,
} from '../__testUtils__/loadBalancer';
import {
  gatewayRoute,
  groupRoute,
  paymentsRoute,
  sharedCluster,
} from '../__testUtils__/sharedRoute';
import { buildAwsLoadBalancer } from '../buildAwsLoadBalancer';
import { buildSharedRoute } from '../buildSharedRoute';
import { BuildResult } from '../builders/types';

type Case = [string, (text: string) => object];
type Build = (change: object) => BuildResult;

const { service, loadBalancer = {}, ingress = {} } = paymentsLoadBalancer;
const balancer = (change: object) => ({
  loadBalancer: { ...loadBalancer, ...change },
});

const loadBalancerFields: Case[] = [
  ['entityRef', entityRef => ({ entityRef })],
  ['ownerTag', ownerTag => ({ ownerTag })],
  ['reason', reason => ({ reason })],
  ['manifest.path', path => ({ manifest: { path } })],
  ['service.name', name => ({ service: { ...service, name } })],
  ['service.namespace', namespace => ({ service: { ...service, namespace } })],
  [
    'service.selector',
    text => ({ service: { ...service, selector: { [text]: text } } }),
  ],
  ['ingress.name', name => ({ ingress: { ...ingress, name } })],
  [
    'ingress.ingressClassName',
    ingressClassName => ({ ingress: { ...ingress, ingressClassName } }),
  ],
  ['ingress.host', host => ({ ingress: { ...ingress, host } })],
  [
    'ingress.paths[0]',
    path => ({ ingress: { ...ingress, paths: [{ path: `/${path}` }] } }),
  ],
  ['loadBalancer.name', name => balancer({ name })],
  [
    'loadBalancer.subnets[1]',
    id => balancer({ subnets: ['subnet-0a1b2c3d', id] }),
  ],
  ['loadBalancer.securityGroups[0]', id => balancer({ securityGroups: [id] })],
  ['loadBalancer.group', name => balancer({ group: { name } })],
  [
    'loadBalancer.certificates[0]',
    text =>
      balancer({ certificates: [`${loadBalancer.certificates?.[0]}${text}`] }),
  ],
  [
    'loadBalancer.tlsPolicy',
    text => balancer({ tlsPolicy: `ELBSecurityPolicy-${text}` }),
  ],
  ['loadBalancer.webAclArn', webAclArn => balancer({ webAclArn })],
  [
    'loadBalancer.healthCheck.path',
    path => balancer({ healthCheck: { protocol: 'http', path: `/${path}` } }),
  ],
  ['loadBalancer.tags', text => balancer({ tags: { [text]: text } })],
];

const routeFields: Case[] = [
  ['entityRef', entityRef => ({ entityRef })],
  ['reason', reason => ({ reason })],
  ['host', host => ({ host })],
  ['paths[0]', path => ({ paths: [{ path: `/${path}` }] })],
  ['service.name', name => ({ service: { ...paymentsRoute.service, name } })],
  [
    'entrance.path',
    path => ({ entrance: { ...paymentsRoute.entrance, path } }),
  ],
  [
    'entrance.ingress.name',
    name => ({
      entrance: {
        ...paymentsRoute.entrance,
        ingress: { name, namespace: 'payments' },
      },
    }),
  ],
  [
    'entrance.ingressClassName',
    ingressClassName => ({
      entrance: { ...paymentsRoute.entrance, ingressClassName },
    }),
  ],
  [
    'entrance.group',
    group => ({ entrance: { ...groupRoute.entrance, group } }),
  ],
  [
    'entrance.gateway.sectionName',
    sectionName => ({
      entrance: {
        ...gatewayRoute.entrance,
        gateway: { name: 'a', namespace: 'b', sectionName },
      },
    }),
  ],
  [
    'entrance.route.name',
    name => ({
      entrance: {
        ...gatewayRoute.entrance,
        route: { name, namespace: 'payments' },
      },
    }),
  ],
];

const buildBalancer: Build = change =>
  buildAwsLoadBalancer(
    { ...paymentsLoadBalancer, ...change },
    { clusterProfile: sharedSubnetsCluster },
  );
const buildRoute: Build = change =>
  buildSharedRoute(
    { ...paymentsRoute, ...change },
    { clusterProfile: sharedCluster },
  );

/** Keys of the documents; the values of labels and annotations are judged by where they stand alone. */
const shapeOf = ({ files }: BuildResult) =>
  JSON.stringify(
    parseAllDocuments(files[0].content).map(document =>
      keysOf(document.toJS()).map(key =>
        key.replace(/^\/spec\/selector\/.*/, '/spec/selector'),
      ),
    ),
  );

const harmless = [
  buildBalancer({}),
  buildBalancer(balancer({ name: 'a' })),
  buildBalancer(balancer({ healthCheck: { protocol: 'http', path: '/' } })),
  buildBalancer(balancer({ group: { name: 'internal' } })),
  buildRoute({}),
  buildRoute({ entrance: groupRoute.entrance }),
  buildRoute({ entrance: gatewayRoute.entrance }),
  buildRoute({
    entrance: {
      ...gatewayRoute.entrance,
      gateway: { name: 'a', namespace: 'b', sectionName: 'c' },
    },
  }),
];
const shapes = new Set(harmless.map(shapeOf));
const outlines = new Set(
  harmless.map(({ description }) => sectionsOf(description)),
);

/** `sound` where the text is refused by its field's name, or changes nothing but values. */
function judge(build: Build, field: string, change: object): string {
  let built;
  try {
    built = build(change);
  } catch (error) {
    return judgeRefusal(error, field);
  }
  if (!shapes.has(shapeOf(built))) return 'a key added';
  return outlines.has(sectionsOf(built.description))
    ? 'sound'
    : 'a heading added';
}

const cases: [string, string, Build, Case[1]][] = [
  ...loadBalancerFields.map(
    ([field, change]): [string, string, Build, Case[1]] => [
      'a load balancer',
      field,
      buildBalancer,
      change,
    ],
  ),
  ...routeFields.map(([field, change]): [string, string, Build, Case[1]] => [
    'a shared route',
    field,
    buildRoute,
    change,
  ]),
];

describe('hostile text in the intent of', () => {
  it.each(cases)(
    '%s, %s: is refused by its name, or adds nothing to the file',
    (_, field, build, change) => {
      fc.assert(
        fc.property(hostileText, text => {
          expect(judge(build, field, change(text))).toBe('sound');
        }),
        { numRuns: 60, examples: [['a']] },
      );
    },
  );
});
