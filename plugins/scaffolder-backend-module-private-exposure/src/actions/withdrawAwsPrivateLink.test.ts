import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entities } from '../__testUtils__/demoWorld';
import { ledgerManifest, ledgerTerraform } from '../__testUtils__/ledger';
import type { ExposureDetail } from '@postern/backstage-plugin-private-exposure-common';
import { endpointService, portalView } from '../__testUtils__/portalView';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { startRecordingBackend } from '../__testUtils__/startRecordingBackend';
import { createWithdrawAwsPrivateLinkAction } from './withdrawAwsPrivateLink';
import { examples } from './withdrawAwsPrivateLink.examples';

const workspace = createMockDirectory();
let backend: Awaited<ReturnType<typeof startRecordingBackend>>;
const answer = { status: 200, body: portalView([]) as unknown };
const action = createWithdrawAwsPrivateLinkAction({
  auth: mockServices.auth({ pluginId: 'scaffolder' }),
  catalog: catalogServiceMock({ entities }),
  discovery: mockServices.discovery.mock({
    getBaseUrl: async () => backend.baseUrl,
  }),
});
beforeAll(async () => {
  backend = await startRecordingBackend(answer);
});
afterAll(() => backend.stop());

type Input = Parameters<typeof action.handler>[0]['input'];

const run = (step: Input['step'], input: Partial<Input> = {}) =>
  runAction(
    action,
    { entityRef: 'ledger', step, ...input },
    { workspacePath: workspace.path },
  );

const PROTECTION = 'deletion_protection.enabled=true';
const gateway = `kind: IstioOperator
spec:
  components:
    ingressGateways:
      - name: istio-ingressgateway
        k8s:
          serviceAnnotations:
            service.beta.kubernetes.io/aws-load-balancer-attributes: ${PROTECTION}
`;

function putRepository(manifest: string, terraform: string) {
  workspace.setContent({
    repository: {
      k8s: { 'ledger.yaml': manifest },
      infra: { 'privatelink.tf': terraform },
      istio: { 'gateway.yaml': gateway },
    },
  });
}

const unprotected = ledgerManifest.replace(
  PROTECTION,
  'deletion_protection.enabled=false',
);
const withoutService = ledgerTerraform.slice(
  0,
  ledgerTerraform.indexOf('\nresource'),
);
beforeEach(() => {
  putRepository(ledgerManifest, ledgerTerraform);
  backend.requests.length = 0;
  show(endpointService('ledger', []));
});

/** What the portal sees of the component from now on. */
function show(...services: ExposureDetail[]) {
  answer.status = 200;
  answer.body = portalView(services);
}

describe('private-exposure:aws-privatelink:withdraw', () => {
  it('lets nobody new in, and lifts the protection', async () => {
    const output = await run('close');

    expect(output).toMatchObject({
      paths: ['infra/privatelink.tf', 'k8s/ledger.yaml'],
      filesToDelete: [],
      branchName: 'private-exposure/withdraw-ledger-close',
    });
    const [{ content: terraform }, { content: manifest }] = output.files as {
      content: string;
    }[];
    expect(terraform).not.toContain('allowed_principal');
    expect(terraform).toContain('"aws_vpc_endpoint_service" "ledger"');
    expect(manifest).toBe(unprotected);
  });

  it('deletes a file that held nothing but the endpoint service', async () => {
    const service = ledgerTerraform.slice(
      ledgerTerraform.indexOf('resource "aws_vpc_endpoint_service" "ledger"'),
    );
    putRepository(unprotected, service);

    const output = await run('remove-service');

    expect(output).toMatchObject({
      paths: [],
      filesToDelete: ['infra/privatelink.tf'],
    });
    expect(workspace.content()).toMatchObject({ change: {} });
  });

  it('makes the Service reachable inside the cluster only', async () => {
    putRepository(unprotected, withoutService);
    show();

    const { files, description } = await run('remove-load-balancer');

    expect(description).toContain(
      'No consumer is connected or waits to be. The portal sees no endpoint service',
    );
    expect(files).toEqual([
      {
        path: 'k8s/ledger.yaml',
        content: expect.stringContaining('type: ClusterIP'),
      },
    ]);
  });

  it.each<[Input['step'], Partial<Input>, RegExp]>([
    ['remove-load-balancer', {}, /^infra\/privatelink\.tf: still has/],
    [
      'remove-load-balancer',
      { infrastructurePath: 'infra/none.tf' },
      /^k8s\/ledger\.yaml: deletion protection is still on; do the step 'close'/,
    ],
    ['close', { manifestPath: 'k8s/none.yaml' }, /^k8s\/none\.yaml: is not/],
    ['close', { manifestPath: '../x.yaml' }, /^manifestPath: /],
    ['close', { infrastructurePath: 'a b.tf' }, /^infrastructurePath: /],
    ['close', { serviceName: 'a b' }, /^serviceName: |manifestPath: /],
    ['close', { namespace: 'a b' }, /^namespace: /],
    ['close', { namespace: 'other' }, /^k8s\/ledger\.yaml: has no other/],
    ['close', { endpointServiceName: 'a_b' }, /^endpointServiceName: /],
    ['close', { endpointServiceName: 'other' }, /'ledger'/],
    ['close', { reason: 'two\nlines' }, /^reason: /],
    ['close', { entityRef: 'nobody' }, /^entityRef: /],
    ['close', { entityRef: undefined }, /^serviceName: is needed/],
  ])('refuses %s with %j and says what is wrong', async (step, input, text) => {
    await expect(run(step, input)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(text),
    });
    expect(workspace.content()).not.toHaveProperty('change');
  });
});

describe('private-exposure:aws-privatelink:withdraw and consumers', () => {
  const endpoint = (number: number) => `vpce-0a1b2c3d4e5f6000${number}`;
  const twoConsumers = [
    { account: '333344445555', state: 'connected', endpointId: endpoint(1) },
    { account: '333344445555', state: 'pending', endpointId: endpoint(2) },
    { account: '444455556666', state: 'unknown' },
    { account: '111122223333', state: 'rejected', endpointId: endpoint(3) },
  ] as const;
  const rows = [
    `| \`333344445555\` | 1 connected, 1 pending | \`${endpoint(
      1,
    )}\`, \`${endpoint(2)}\` |`,
    '| `444455556666` | 1 unknown | – |',
  ].join('\n');
  const stale = {
    state: 'stale',
    observedAt: '2026-11-20T08:00:00.000Z',
  } as const;

  it('asks in the name of the person who runs the template', async () => {
    const initiator = mockCredentials.user('user:default/mira');
    await runAction(
      action,
      { entityRef: 'ledger', step: 'close' },
      {
        workspacePath: workspace.path,
        getInitiatorCredentials: async () => initiator,
      },
    );

    const [{ authorization, path }] = backend.requests;
    expect(path).toBe(
      '/api/private-exposure/v1/entities/component/default/ledger/exposures',
    );
    expect(authorization).toBe(
      mockCredentials.service.header({
        onBehalfOf: initiator,
        targetPluginId: 'private-exposure',
      }),
    );
  });

  it('tells the reviewer who is connected, by account', async () => {
    show(endpointService('ledger', twoConsumers));

    const { description } = await run('close');

    // As Markdown has it.
    expect(description).toContain(
      'The portal looked at 2026\\-11\\-21 08&#58;00 UTC.',
    );
    expect(description).toContain(rows);
    expect(description).not.toContain('111122223333');
  });

  it('means the endpoint service of its name, and all of them where none has it', async () => {
    const others = endpointService('other', twoConsumers);
    show(endpointService('ledger', []), others);
    const own = await run('close');
    show(others);
    const all = await run('close');

    expect(own.description).toContain('No consumer is connected');
    expect(all.description).toContain('333344445555');
  });

  it.each(['remove-service', 'remove-load-balancer'] as const)(
    'refuses %s while consumers are there, unless the form says that it is meant',
    async step => {
      show(endpointService('ledger', twoConsumers));
      if (step === 'remove-load-balancer')
        putRepository(unprotected, withoutService);

      await expect(run(step)).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(
          'cutOffConsumers: consumers are still there: 333344445555 (2), 444455556666.',
        ),
      });
      expect(workspace.content()).not.toHaveProperty('change');
      const { description } = await run(step, { cutOffConsumers: true });
      expect(description).toContain(rows);
      expect(description).toContain('the form says that this is meant');
    },
  );

  it.each<[string, () => void, RegExp]>([
    [
      'the caller may not see it',
      () => Object.assign(answer, { status: 403, body: {} }),
      /may not see who is connected/,
    ],
    [
      'the portal has no private exposure',
      () => Object.assign(answer, { status: 404, body: {} }),
      /does not know the component/,
    ],
    [
      'the backend fails',
      () => Object.assign(answer, { status: 500, body: {} }),
      /could not be asked/,
    ],
    [
      'the portal sees no such service',
      () => show(),
      /sees no endpoint service/,
    ],
    [
      'the source is old and showed nobody',
      () => show(endpointService('ledger', [], stale)),
      /looked last at 2026.*, and its source does not answer/,
    ],
  ])('never takes it for nobody where %s', async (_, arrange, why) => {
    arrange();

    const { description } = await run('close');
    expect(description).toContain('**Who is connected is not known.**');
    expect(description).toMatch(why);
    await expect(run('remove-service')).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(why),
    });
    const meant = await run('remove-service', { cutOffConsumers: true });
    expect(meant.description).toContain('**Who is connected is not known.**');
  });

  it('asks nobody about what no component claims, and never takes it for nobody', async () => {
    const unclaimed = { entityRef: undefined, serviceName: 'ledger' };

    const { description } = await run('close', unclaimed);

    expect(backend.requests).toEqual([]);
    expect(description).toContain('**Who is connected is not known.** No comp');
    await expect(run('remove-service', unclaimed)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('cutOffConsumers: who is connected'),
    });
  });

  it('names whom an old look showed', async () => {
    show(endpointService('ledger', twoConsumers, stale));

    const { description } = await run('close');

    expect(description).toContain(rows);
    expect(description).toContain('its source does not answer since');
  });
});

describe('private-exposure:aws-privatelink:withdraw examples', () => {
  it.each(examples)('$description', async example => {
    const [input] = exampleInputs(action, example);
    // Each step begins where the one before was applied.
    if (input.step === 'remove-service')
      putRepository(unprotected, ledgerTerraform);
    if (input.step === 'remove-load-balancer') {
      putRepository(unprotected, withoutService);
      show();
    }

    const output = await runAction(action, input, {
      workspacePath: workspace.path,
    });

    expect(output.paths).not.toEqual([]);
  });
});
