import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { isError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import fc from 'fast-check';
import { createConsumeAwsPrivateLinkAction } from '../actions/consumeAwsPrivateLink';
import { createGrantAwsPrivateLinkAction } from '../actions/grantAwsPrivateLink';
import { createWithdrawAwsPrivateLinkAction } from '../actions/withdrawAwsPrivateLink';
import { config, entities } from '../__testUtils__/demoWorld';
import { hostileText, shapeOf } from '../__testUtils__/hostileText';
import { ledgerManifest, ledgerTerraform } from '../__testUtils__/ledger';
import { runAction } from '../__testUtils__/runAction';
import { readClusterProfiles } from '../config';

const workspace = createMockDirectory();
const options = {
  catalog: catalogServiceMock({ entities }),
  clusters: readClusterProfiles(new ConfigReader(config)),
};
const portal = {
  auth: mockServices.auth(),
  discovery: mockServices.discovery(),
};
const consumeAction = createConsumeAwsPrivateLinkAction({
  ...options,
  ...portal,
});
const grantAction = createGrantAwsPrivateLinkAction(options);
const withdrawAction = createWithdrawAwsPrivateLinkAction({
  ...options,
  ...portal,
});

type Inputs<T extends { handler: (context: never) => unknown }> = Parameters<
  T['handler']
>[0] extends { input: infer I }
  ? I
  : never;

const context = () => ({ workspacePath: workspace.path });

const consume = (change: object) => {
  const input: Inputs<typeof consumeAction> = {
    entityRef: 'component:default/orders',
    cluster: 'platform-eu',
    serviceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-0ed6e700000000001',
    serviceZoneIds: ['euw1-az1'],
    ports: [443],
    clientCidrs: ['10.0.0.0/16'],
    ...change,
  };
  return runAction(consumeAction, input, context());
};
const consumeAsTemplate = (change: object) =>
  consume({ ...change, infrastructure: { format: 'cloudformation' } });
const grant = (change: object) =>
  runAction(
    grantAction,
    { entityRef: 'ledger', principal: '111122223333', ...change },
    context(),
  );
const withdraw = (change: object) =>
  runAction(
    withdrawAction,
    { entityRef: 'ledger', step: 'close', ...change },
    context(),
  );

type Run = (change: object) => ReturnType<typeof consume>;

/** Action, the field, how a value gets into the input, and values that are fine: one for each shape of the files. */
const cases: [string, Run, string, (text: string) => object, string[]][] = [
  ...(
    [
      ['consume', consume],
      ['consume as CloudFormation', consumeAsTemplate],
    ] as const
  ).flatMap(([name, run]): typeof cases => [
    [name, run, 'reason', text => ({ reason: text }), ['Why not', '']],
    [name, run, 'name', text => ({ name: text }), ['other', '']],
    [name, run, 'providerRef', text => ({ providerRef: text }), ['ledger', '']],
    [
      name,
      run,
      'serviceName',
      text => ({ serviceName: text }),
      ['com.amazonaws.vpce.eu-west-1.vpce-svc-0ed6e700000000001'],
    ],
    [
      name,
      run,
      'serviceZoneIds',
      text => ({ serviceZoneIds: [text] }),
      ['euw1-az2'],
    ],
    [
      name,
      run,
      'clientCidrs',
      text => ({ clientCidrs: [text] }),
      ['10.0.0.0/8', 'fd00::/8'],
    ],
  ]),
  [
    'consume',
    consume,
    'infrastructure.path',
    text => ({ infrastructure: { path: `${text}.tf` } }),
    ['infra/a'],
  ],
  ['grant', grant, 'reason', text => ({ reason: text }), ['Why not', '']],
  ['grant', grant, 'label', text => ({ label: text }), ['ledger']],
  [
    'grant',
    grant,
    'path',
    text => ({ path: `${text}.tf` }),
    ['infra/privatelink'],
  ],
  [
    'grant',
    grant,
    'principal',
    text => ({ principal: text }),
    ['444455556666', 'arn:aws:iam::444455556666:role/a'],
  ],
  [
    'grant',
    grant,
    'principal',
    text => ({ principal: `arn:aws:iam::444455556666:role/${text}` }),
    ['a'],
  ],
  [
    'grant',
    grant,
    'consumerRef',
    text => ({ consumerRef: text }),
    ['orders', ''],
  ],
  ['withdraw', withdraw, 'reason', text => ({ reason: text }), ['Old', '']],
  [
    'withdraw',
    withdraw,
    'manifestPath',
    text => ({ manifestPath: `${text}.yaml` }),
    ['k8s/ledger'],
  ],
  [
    'withdraw',
    withdraw,
    'infrastructurePath',
    text => ({ infrastructurePath: `${text}.tf` }),
    ['infra/privatelink'],
  ],
  ['withdraw', withdraw, 'serviceName', text => ({ serviceName: text }), ['']],
  ['withdraw', withdraw, 'namespace', text => ({ namespace: text }), ['']],
  [
    'withdraw',
    withdraw,
    'endpointServiceName',
    text => ({ endpointServiceName: text }),
    ['ledger', ''],
  ],
];

async function changedFiles(
  run: Run,
  change: object,
): Promise<Record<string, string>> {
  workspace.setContent({
    repository: {
      k8s: { 'ledger.yaml': ledgerManifest },
      infra: { 'privatelink.tf': ledgerTerraform },
    },
  });
  const { files, description } = await run(change);
  expect(String(description).split('\n## ').length).toBeLessThan(9);
  return Object.fromEntries(
    (files as { path: string; content: string }[]).map(({ path, content }) => [
      path,
      content,
    ]),
  );
}

async function shapeAfter(run: Run, change: object): Promise<string> {
  const shape = JSON.stringify(shapeOf(await changedFiles(run, change)));
  // CloudFormation's logical ids begin with the name that was given.
  return shape.replace(
    /[A-Z][A-Za-z0-9]*?(SecurityGroup|Endpoint)(?=\/)/g,
    '$1',
  );
}

/** What is wrong with how a value was taken, or nothing. */
async function problemWith(
  run: Run,
  change: object,
  names: RegExp,
  shapes: ReadonlySet<string>,
): Promise<string | undefined> {
  try {
    const shape = await shapeAfter(run, change);
    return shapes.has(shape) ? undefined : `added something: ${shape}`;
  } catch (error) {
    if (!isError(error) || error.name !== 'InputError') throw error;
    if (/[\n\u0085\u2028\u2029]/.test(error.message))
      return `a message of several lines: ${error.message}`;
    if (!names.test(error.message)) return `no field in: ${error.message}`;
    return 'change' in (workspace.content() ?? {}) ? 'wrote files' : undefined;
  }
}

describe('a value that means harm', () => {
  it.each(
    cases.map(([name, ...rest]) => [`${name}, ${rest[1]}`, ...rest] as const),
  )(
    '%s: is refused by name, or says only itself',
    async (_, run, field, toChange, benign) => {
      const shapes = new Set<string>();
      for (const text of benign)
        shapes.add(await shapeAfter(run, toChange(text)));
      // A path or a name that is well formed and names nothing is refused by the file's name, or by that of the endpoint
      // service, which is the Service's unless another is given.
      const names = new RegExp(
        `${field.replace(
          '.',
          '\\.',
        )}|^\\S*\\.(tf|yaml)(:\\d+)?: |^endpointServiceName: names none`,
      );

      await fc.assert(
        fc.asyncProperty(hostileText, async text => {
          expect(
            await problemWith(run, toChange(text), names, shapes),
          ).toBeUndefined();
        }),
        { numRuns: 50 },
      );
    },
    60_000,
  );
});
