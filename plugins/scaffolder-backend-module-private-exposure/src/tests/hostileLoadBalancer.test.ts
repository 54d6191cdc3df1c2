import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { isError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import fc from 'fast-check';
import { createGenerateAwsLoadBalancerAction } from '../actions/generateAwsLoadBalancer';
import { examples as generateExamples } from '../actions/generateAwsLoadBalancer.examples';
import { createPrepareAwsClusterAction } from '../actions/prepareAwsCluster';
import { examples as prepareExamples } from '../actions/prepareAwsCluster.examples';
import { config, entities } from '../__testUtils__/demoWorld';
import { hostileText, shapeOf } from '../__testUtils__/hostileText';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { readClusterProfiles } from '../config';

const workspace = createMockDirectory();
const options = {
  catalog: catalogServiceMock({ entities }),
  clusters: readClusterProfiles(new ConfigReader(config)),
};
const generateAction = createGenerateAwsLoadBalancerAction(options);
const prepareAction = createPrepareAwsClusterAction(options);
const [exposure] = exampleInputs(generateAction, generateExamples[0]);
const [preparation] = exampleInputs(prepareAction, prepareExamples[0]);

const context = () => ({ workspacePath: workspace.path });
const generate = (change: object) =>
  runAction(generateAction, { ...exposure, ...change }, context());
const prepare = (change: object) =>
  runAction(prepareAction, { ...preparation, ...change }, context());

type Run = (change: object) => Promise<{ files?: unknown }>;

/** Action, the field, how a value gets into the input, and values that are fine. */
const cases: [string, Run, string, (text: string) => object, string[]][] = [
  ['generate', generate, 'reason', reason => ({ reason }), ['Why not', '']],
  ['generate', generate, 'host', host => ({ host }), ['a.b', '']],
  ['generate', generate, 'paths', path => ({ paths: [path] }), ['/a']],
  [
    'generate',
    generate,
    'ingressName',
    ingressName => ({ ingressName }),
    ['a', ''],
  ],
  [
    'generate',
    generate,
    'manifestPath',
    path => ({ manifestPath: `${path}.yaml` }),
    ['a/b'],
  ],
  [
    'generate',
    generate,
    'loadBalancer.certificates',
    text => ({ loadBalancer: { certificates: [text] } }),
    ['arn:aws:acm:eu-west-1:999988887777:certificate/a'],
  ],
  [
    'generate',
    generate,
    'loadBalancer.healthCheckPath',
    path => ({ loadBalancer: { healthCheckPath: path } }),
    ['/a', ''],
  ],
  ['prepare', prepare, 'reason', reason => ({ reason }), ['Why not', '']],
  ['prepare', prepare, 'issuer', issuer => ({ issuer }), []],
  [
    'prepare',
    prepare,
    'controller.roleName',
    roleName => ({ controller: { roleName } }),
    ['a', ''],
  ],
  [
    'prepare',
    prepare,
    'controller.serviceAccount',
    serviceAccount => ({ controller: { serviceAccount } }),
    ['a', ''],
  ],
  [
    'prepare',
    prepare,
    'infrastructure.clusterPath',
    path => ({ infrastructure: { clusterPath: `${path}.tf` } }),
    ['infra/a'],
  ],
];

async function shapeAfter(run: Run, change: object): Promise<string> {
  workspace.setContent({ repository: {} });
  const { files } = await run(change);
  return JSON.stringify(
    shapeOf(
      Object.fromEntries(
        (files as { path: string; content: string }[]).map(
          ({ path, content }) => [path, content],
        ),
      ),
    ),
  );
}

/** What is wrong with how a value was taken, or nothing. */
async function problemWith(
  run: Run,
  change: object,
  expected: { field: string; shapes: ReadonlySet<string> },
): Promise<string | undefined> {
  try {
    const shape = await shapeAfter(run, change);
    return expected.shapes.has(shape) ? undefined : `added something: ${shape}`;
  } catch (error) {
    if (!isError(error) || error.name !== 'InputError') throw error;
    if (/[\n\u0085\u2028\u2029]/.test(error.message))
      return `a message of several lines: ${error.message}`;
    if (!error.message.includes(expected.field))
      return `no field in: ${error.message}`;
    return 'change' in (workspace.content() ?? {}) ? 'wrote files' : undefined;
  }
}

describe('a value that means harm to a load balancer in another account', () => {
  it.each(
    cases.map(([name, ...rest]) => [`${name}, ${rest[1]}`, ...rest] as const),
  )(
    '%s: is refused by name, or says only itself',
    async (_, run, field, toChange, benign) => {
      const shapes = new Set<string>();
      for (const text of benign)
        shapes.add(await shapeAfter(run, toChange(text)));

      await fc.assert(
        fc.asyncProperty(hostileText, async text => {
          expect(
            await problemWith(run, toChange(text), { field, shapes }),
          ).toBeUndefined();
        }),
        { numRuns: 40 },
      );
    },
    60_000,
  );
});
