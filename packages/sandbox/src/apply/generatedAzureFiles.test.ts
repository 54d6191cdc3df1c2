import {
  buildAzureFrontDoor,
  buildAzurePrivateLinkConsumer,
  buildAzurePrivateLinkExposure,
} from '@postern/backstage-plugin-private-exposure-manifests';
import {
  addTestCluster,
  CONSUMER,
  GROUP,
  SUBSCRIPTION,
} from './__testUtils__/addTestCluster';
import { startTestDeployments } from './__testUtils__/startTestDeployments';

const FORMATS = [
  { format: 'terraform', path: 'infra/azure.tf' },
  { format: 'bicep', path: 'infra/azure.bicep' },
] as const;

/** Long enough for what was refused, because something was in progress, to be tried again. */
const SETTLED = 60_000;

const MESSAGE = 'Please connect us [postern:0a1b2c3d]';

function toFiles(build: { files: { path: string; content: string }[] }) {
  return Object.fromEntries(
    build.files.map(({ path, content }) => [path, content]),
  );
}

function exposure() {
  return buildAzurePrivateLinkExposure({
    entityRef: 'component:default/shop',
    cluster: 'platform-eu',
    subscription: SUBSCRIPTION,
    resourceGroup: GROUP,
    location: 'westeurope',
    service: {
      namespace: 'shop',
      name: 'shop',
      ports: [{ port: 443, targetPort: 8443 }],
      selector: { app: 'shop' },
    },
    manifest: { form: 'cloud-provider-azure', path: 'k8s/shop.yaml' },
    privateLinkService: {
      name: 'pls-shop',
      subnet: 'nat',
      visibility: [CONSUMER, SUBSCRIPTION],
    },
  });
}

describe('files that the product generates for Azure', () => {
  let test: Awaited<ReturnType<typeof startTestDeployments>>;

  beforeEach(async () => {
    test = await startTestDeployments({ azure: addTestCluster });
    await test.commit(toFiles(exposure()));
  });
  afterEach(() => test.stop());

  const link = () => test.azure.privateLinkServices.services.all()[0];
  const problems = (steps: () => { state: string; message: string }[]) =>
    steps().filter(({ state }) => state !== 'applied');

  it('make a private link service', () => {
    expect(link()).toMatchObject({
      name: 'pls-shop',
      resourceGroup: GROUP,
      visibility: [CONSUMER, SUBSCRIPTION],
      tags: { 'k8s-azure-owner-service': 'shop/shop' },
    });
  });

  it.each(FORMATS)(
    'make a private endpoint by $format',
    async infrastructure => {
      const [{ id }] = test.azure.networks.virtualNetworks.all();
      const names = id.split('/');
      const build = buildAzurePrivateLinkConsumer({
        entityRef: 'component:default/orders',
        name: 'shop',
        subscription: SUBSCRIPTION,
        resourceGroup: 'shop',
        location: 'westeurope',
        service: { alias: link().alias },
        network: {
          resourceGroup: GROUP,
          vnet: names[names.length - 1],
          subnet: 'nodes',
        },
        requestMessage: MESSAGE,
        privateDns: { zone: 'acme.internal', record: 'shop' },
        infrastructure,
      });

      const steps = await test.commit(toFiles(build));

      expect(problems(steps)).toEqual([]);
      expect(test.azure.connections.listOf(link().id)).toMatchObject([
        { status: 'Pending', description: MESSAGE },
      ]);
      await test.commit({ [infrastructure.path]: null });
      test.clock.advance(SETTLED);
      expect(test.azure.privateEndpoints.endpoints.all()).toEqual([]);
    },
  );

  it.each(FORMATS)('make a Front Door by $format', async infrastructure => {
    const build = buildAzureFrontDoor({
      entityRef: 'component:default/shop',
      name: 'fd-shop',
      subscription: SUBSCRIPTION,
      resourceGroup: 'shop',
      origin: {
        privateLinkServiceId: link().id,
        location: 'westeurope',
        hostName: 'shop.acme.example',
      },
      requestMessage: MESSAGE,
      customDomain: { hostName: 'www.acme.example' },
      infrastructure,
    });

    const steps = await test.commit(toFiles(build));

    expect(problems(steps)).toEqual([]);
    const { frontDoors, firewallPolicies } = test.azure;
    const [profile] = frontDoors.profiles.all();
    expect(profile).toMatchObject({
      sku: 'Premium_AzureFrontDoor',
      tags: { 'backstage-entity-ref': 'component:default/shop' },
    });
    const [route] = frontDoors.partsOfProfile(profile.id, 'routes');
    expect(route.properties).toMatchObject({
      forwardingProtocol: 'HttpsOnly',
      supportedProtocols: ['Https'],
      linkToDefaultDomain: 'Disabled',
    });
    expect(firewallPolicies.policies.all()).toMatchObject([
      { policySettings: { enabledState: 'Enabled', mode: 'Prevention' } },
    ]);
    test.clock.advance(test.azure.timings.frontDoorPrivateLink);
    expect(test.azure.connections.listOf(link().id)).toMatchObject([
      { status: 'Pending', description: MESSAGE },
    ]);
    await test.commit({ [infrastructure.path]: null });
    test.clock.advance(SETTLED);
    expect(frontDoors.profiles.all()).toEqual([]);
    expect(test.azure.connections.listOf(link().id)).toEqual([]);
  });
});
