import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { ExposureDetail } from '@postern/backstage-plugin-private-exposure-common';
import { config, entities } from '../__testUtils__/demoWorld';
import { paymentsManifest } from '../__testUtils__/payments';
import {
  endpointService,
  linkService,
  portalView,
} from '../__testUtils__/portalView';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { startRecordingBackend } from '../__testUtils__/startRecordingBackend';
import { readClusterProfiles } from '../config';
import { createGenerateAzureFrontDoorAction } from './generateAzureFrontDoor';
import { createGenerateAzurePrivateLinkAction } from './generateAzurePrivateLink';
import { createWithdrawAzurePrivateLinkAction } from './withdrawAzurePrivateLink';
import { examples } from './withdrawAzurePrivateLink.examples';

const SUBSCRIPTION = '0a1b2c3d-0000-4000-8000-00000000000b';
const consumer = (state: 'connected' | 'pending' | 'rejected') => ({
  account: SUBSCRIPTION,
  state,
});

const workspace = createMockDirectory();
let backend: Awaited<ReturnType<typeof startRecordingBackend>>;
const answer = { status: 200, body: portalView([]) as unknown };
const catalog = catalogServiceMock({ entities });
const clusters = readClusterProfiles(new ConfigReader(config));
const action = createWithdrawAzurePrivateLinkAction({
  auth: mockServices.auth({ pluginId: 'scaffolder' }),
  catalog,
  discovery: mockServices.discovery.mock({
    getBaseUrl: async () => backend.baseUrl,
  }),
});

type Input = Parameters<typeof action.handler>[0]['input'];

const run = (step: Input['step'], input: Partial<Input> = {}) =>
  runAction(
    action,
    { entityRef: 'payments', step, ...input },
    { workspacePath: workspace.path },
  );

/** The files that the actions before this one write. */
async function generate() {
  workspace.setContent({
    repository: { k8s: { 'payments.yaml': paymentsManifest } },
  });
  const place = { workspacePath: workspace.path };
  const input = { entityRef: 'payments', cluster: 'platform-we' };
  const exposed = await runAction(
    createGenerateAzurePrivateLinkAction({ catalog, clusters }),
    { ...input, privateLinkService: { visibility: ['*'] } },
    place,
  );
  const origin = { hostName: 'payments.acme.example' };
  const publish = (format: 'terraform' | 'bicep') =>
    runAction(
      createGenerateAzureFrontDoorAction({ catalog, clusters }),
      { ...input, origin, resourceGroup: 'edge', infrastructure: { format } },
      place,
    );
  const contentOf = ({ files }: { files?: unknown }) =>
    (files as { content: string }[])[0].content;
  return {
    manifest: contentOf(exposed),
    terraform: contentOf(await publish('terraform')),
    bicep: contentOf(await publish('bicep')),
  };
}

/** What the portal sees of the component from now on. */
function show(...services: ExposureDetail[]) {
  answer.status = 200;
  answer.body = portalView(services);
}

describe('private-exposure:azure-private-link:withdraw', () => {
  let made: Awaited<ReturnType<typeof generate>>;

  beforeAll(async () => {
    backend = await startRecordingBackend(answer);
    made = await generate();
  });
  afterAll(() => backend.stop());

  const putRepository = (infra: Record<string, string> = {}) =>
    workspace.setContent({
      repository: { k8s: { 'payments.yaml': made.manifest }, infra },
    });
  beforeEach(() => {
    show(linkService('payments', []));
    putRepository({
      'front-door.tf': made.terraform,
      'front-door.bicep': made.bicep,
    });
  });

  it('lets nobody new in, though somebody is connected', async () => {
    show(linkService('payments', [consumer('connected')]));

    const output = await run('close');

    expect(output).toMatchObject({
      paths: ['k8s/payments.yaml'],
      branchName: 'private-exposure/withdraw-payments-close',
    });
    const [{ content }] = output.files as { content: string }[];
    expect(content).not.toContain('pls-visibility');
    expect(content).toContain('pls-create: "true"');
    expect(output.description).toContain(`| \`${SUBSCRIPTION}\` | 1 connected`);
  });

  it('takes the service off the Internet, and the file with it', async () => {
    show(linkService('payments', [consumer('connected')]));

    expect(await run('remove-front-door')).toMatchObject({
      paths: [],
      filesToDelete: ['infra/front-door.tf'],
    });
  });

  it('makes the Service what it was once nobody is connected', async () => {
    putRepository();
    show(linkService('payments', [consumer('rejected')]));

    const output = await run('remove-load-balancer');

    const [{ content }] = output.files as { content: string }[];
    expect(content).toBe(paymentsManifest);
  });

  it('keeps the load balancer while Front Door is in the code', async () => {
    await expect(run('remove-load-balancer')).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining("step 'remove-front-door' first"),
    });
  });

  it.each([
    ['somebody waits', [linkService('payments', [consumer('pending')])]],
    [
      'the source does not answer',
      [
        linkService('payments', [], {
          ...{ state: 'stale', observedAt: '2026-11-21T08:00:00.000Z' },
        }),
      ],
    ],
    ['the portal sees no such service', []],
    [
      'the portal sees another kind of service',
      [endpointService('payments', [])],
    ],
  ] as [string, ExposureDetail[]][])(
    'cuts nobody off unless that is meant: %s',
    async (_case, services) => {
      putRepository();
      show(...services);

      await expect(run('remove-load-balancer')).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('cutOffConsumers: '),
      });
      expect(
        await run('remove-load-balancer', { cutOffConsumers: true }),
      ).toMatchObject({ paths: ['k8s/payments.yaml'] });
    },
  );

  it('says that nobody could look', async () => {
    answer.status = 500;

    const { description } = await run('close');

    expect(description).toContain('Who is connected is not known');
  });

  it.each([
    [{ entityRef: 'nobody' }, 'entityRef: '],
    [{ serviceName: 'A' }, 'serviceName: '],
    [{ namespace: 'A' }, 'namespace: '],
    [{ manifestPath: '../a.yaml' }, 'manifestPath: '],
    [{ frontDoorPath: '../a.tf' }, 'frontDoorPath: '],
    [{ frontDoorName: 'A' }, 'frontDoorName: '],
    [{ manifestPath: 'k8s/other.yaml' }, 'k8s/other.yaml: is not there'],
  ])('refuses %j with the name of the field', async (change, start) => {
    await expect(run('close', change)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(start),
    });
  });

  it.each([
    { ...examples[0], touched: ['k8s/payments.yaml'] },
    { ...examples[1], touched: ['infra/front-door.bicep'] },
    { ...examples[2], touched: ['k8s/payments.yaml'] },
  ])('has an example: $description', async ({ touched, ...example }) => {
    const [input] = exampleInputs(action, example);
    if (input.step === 'remove-load-balancer') putRepository();

    const output = await runAction(action, input, {
      workspacePath: workspace.path,
    });

    expect([
      ...(output.paths as string[]),
      ...(output.filesToDelete as string[]),
    ]).toEqual(touched);
  });
});
