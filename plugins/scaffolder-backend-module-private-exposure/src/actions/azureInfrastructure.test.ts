import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { toRequestMessage } from '@postern/backstage-plugin-private-exposure-common';
import { config, entities } from '../__testUtils__/demoWorld';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { readClusterProfiles } from '../config';
import { createConsumeAzurePrivateLinkAction } from './consumeAzurePrivateLink';
import { examples as consumeExamples } from './consumeAzurePrivateLink.examples';
import { createGenerateAzureFrontDoorAction } from './generateAzureFrontDoor';
import { examples as frontDoorExamples } from './generateAzureFrontDoor.examples';

const ALIAS =
  'payments.0a1b2c3d-0000-4000-8000-00000000000a.westeurope.azure.privatelinkservice';
const { vnet: _, ...withoutNetwork } =
  config.privateExposure.clusters['platform-we'];

const workspace = createMockDirectory();
const options = {
  catalog: catalogServiceMock({ entities }),
  clusters: readClusterProfiles(
    new ConfigReader({
      privateExposure: {
        clusters: {
          ...config.privateExposure.clusters,
          'without-network': withoutNetwork,
        },
      },
    }),
  ),
};
const consume = createConsumeAzurePrivateLinkAction(options);
const frontDoor = createGenerateAzureFrontDoorAction(options);

const consumeInput = {
  entityRef: 'orders',
  providerRef: 'payments',
  cluster: 'platform-we',
  service: ALIAS,
  resourceGroup: 'orders',
};
const frontDoorInput = {
  entityRef: 'payments',
  cluster: 'platform-we',
  resourceGroup: 'edge',
  origin: { hostName: 'payments.acme.example' },
};

const connect = (changes: object = {}) =>
  runAction(
    consume,
    { ...consumeInput, ...changes },
    { workspacePath: workspace.path },
  );
const publish = (changes: object = {}) =>
  runAction(
    frontDoor,
    { ...frontDoorInput, ...changes },
    { workspacePath: workspace.path },
  );

const contentOf = (output: { files?: unknown }) =>
  (output.files as { path: string; content: string }[])[0].content;

beforeEach(() => workspace.setContent({ repository: {} }));

describe.each([
  ['private-exposure:azure-private-link:consume', connect],
  ['private-exposure:azure-front-door:generate', publish],
])('the request of %s', (_action, run) => {
  it.each(['terraform', 'bicep'])(
    'is drawn once, and stays what it is when the template runs again (%s)',
    async format => {
      const infrastructure = { format };
      const first = await run({ infrastructure });
      const message = toRequestMessage(String(first.requestId));
      expect(contentOf(first)).toContain(message);
      const [path] = first.paths as string[];
      const [folder, file] = path.split('/');
      workspace.setContent({
        repository: { [folder]: { [file]: contentOf(first) } },
      });

      const again = await run({ infrastructure });

      expect(again.paths).toEqual([]);
      expect(again.requestId).toBe(first.requestId);
    },
  );

  it('is another one for another run', async () => {
    expect((await run()).requestId).not.toBe((await run()).requestId);
  });

  it('is kept as people wrote it, without an id that could be recognised', async () => {
    const first = await run();
    const [path] = first.paths as string[];
    const [folder, file] = path.split('/');
    const words = 'It is us';
    const content = contentOf(first).replace(
      toRequestMessage(String(first.requestId)),
      words,
    );
    workspace.setContent({ repository: { [folder]: { [file]: content } } });

    const again = await run();

    expect(again.paths).toEqual([]);
    expect(again.requestId).toBeUndefined();
  });
});

describe('private-exposure:azure-private-link:consume', () => {
  it("puts the endpoint into the cluster's network, with a name", async () => {
    const output = await connect({
      privateDns: { zone: 'internal.acme.example', record: 'payments' },
    });

    expect(output).toMatchObject({
      paths: ['infra/private-endpoint.tf'],
      branchName: 'private-exposure/connect-orders-private-link',
    });
    expect(contentOf(output)).toContain(
      'MC_platform_platform-we_westeurope/providers/Microsoft.Network/virtualNetworks/platform/subnets/nodes',
    );
    expect(contentOf(output)).toContain('component:default/orders');
    expect(output.description).toContain('payments.internal.acme.example');
  });

  it.each([
    [{ entityRef: 'nobody' }, 'entityRef: '],
    [{ providerRef: 'nobody' }, 'providerRef: '],
    [{ cluster: 'payments-eu' }, 'cluster: '],
    [{ cluster: 'without-network' }, 'network.vnet: '],
    [{ service: 'payments' }, 'service'],
    [{ resourceGroup: 'a/b' }, 'resourceGroup: '],
    [{ network: { subnet: '/a' } }, 'network.subnet: '],
    [{ privateDns: { zone: 'a b' } }, 'privateDns.zone: '],
    [{ infrastructure: { path: 'a.sh' } }, 'infrastructure.path: '],
  ])('refuses %j with the name of the field', async (change, start) => {
    await expect(connect(change)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(start),
    });
    expect(workspace.content()).not.toHaveProperty('change');
  });

  it.each(consumeExamples)('has an example: $description', async example => {
    const [input] = exampleInputs(consume, example);

    const output = await runAction(consume, input, {
      workspacePath: workspace.path,
    });

    expect(output.paths).toHaveLength(1);
  });
});

describe('private-exposure:azure-front-door:generate', () => {
  it('reaches the private link service beside the cluster, for its owner', async () => {
    const output = await publish({ customDomain: { hostName: '' } });

    expect(output).toMatchObject({
      paths: ['infra/front-door.tf'],
      branchName: 'private-exposure/publish-payments',
      findings: [],
    });
    expect(contentOf(output)).toContain(
      '/resourceGroups/MC_platform_platform-we_westeurope/providers/Microsoft.Network/privateLinkServices/payments"',
    );
    expect(contentOf(output)).toContain('component:default/payments');
    expect(contentOf(output)).not.toContain('custom_domain');
  });

  const { origin } = frontDoorInput;
  it.each([
    [{ entityRef: 'nobody' }, 'entityRef: '],
    [{ cluster: 'payments-eu' }, 'cluster: '],
    [{ resourceGroup: '' }, 'resourceGroup: '],
    [{ name: 'No Name' }, 'name: '],
    [{ origin: { hostName: 'a b' } }, 'origin.hostName: '],
    [
      { origin: { ...origin, privateLinkService: 'a b' } },
      'origin.privateLinkService: ',
    ],
    [{ patterns: ['api'] }, 'patterns[0]: '],
    [
      { customDomain: { hostName: 'a.b', certificate: 'own' } },
      'customDomain.vaultId: ',
    ],
  ])('refuses %j with the name of the field', async (change, start) => {
    await expect(publish(change)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(start),
    });
    expect(workspace.content()).not.toHaveProperty('change');
  });

  it.each(frontDoorExamples)('has an example: $description', async example => {
    const [input] = exampleInputs(frontDoor, example);

    const output = await runAction(frontDoor, input, {
      workspacePath: workspace.path,
    });

    expect(output.paths).toHaveLength(1);
  });
});
