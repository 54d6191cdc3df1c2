import { networkClient } from '../../__testUtils__/azureClients';
import { errorOf } from '../../__testUtils__/errorOf';
import {
  addAzureLoadBalancer,
  AZURE_PLACE,
  AZURE_PROVIDER,
  providerNetwork,
  startAzureSandbox,
} from '../../__testUtils__/startAzureSandbox';
import { Sandbox } from '../../startSandbox';

const { resourceGroup: GROUP, location } = AZURE_PLACE;

describe('writes to a load balancer over the wire', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startAzureSandbox({ armOperation: 0 });
    addAzureLoadBalancer(sandbox, 'shop');
  });
  afterEach(() => sandbox.stop());

  const balancers = () => networkClient(sandbox).loadBalancers;

  function put(
    ifMatch: string,
    options: { name?: string; tags?: Record<string, string> } = {},
  ) {
    const subnet = { id: `${providerNetwork(sandbox).id}/subnets/default` };
    return balancers().beginCreateOrUpdateAndWait(
      GROUP,
      options.name ?? 'shop',
      {
        location,
        tags: options.tags,
        sku: { name: 'Standard' },
        frontendIPConfigurations: [{ name: 'frontend', subnet }],
      },
      { requestOptions: { customHeaders: { 'If-Match': ifMatch } } },
    );
  }

  it('take the version that their client has seen, and refuse one that was overtaken', async () => {
    const { etag = '' } = await balancers().get(GROUP, 'shop');

    const changed = await put(etag, { tags: { owner: 'blue' } });
    const late = await errorOf(put(etag, { tags: { owner: 'red' } }));

    expect(changed.etag).not.toBe(etag);
    expect(late).toMatchObject({
      statusCode: 412,
      code: 'PreconditionFailed',
      details: {
        error: {
          details: [
            {
              code: 'PreconditionFailedEtagMismatch',
              message: expect.stringContaining(
                `does not match etag ${changed.etag} of resource ${changed.id}`,
              ),
            },
          ],
        },
      },
    });
    expect((await balancers().get(GROUP, 'shop')).tags).toEqual({
      owner: 'blue',
    });
  });

  it('take any version of what is there with a star, and nothing else', async () => {
    await put('*', { tags: { owner: 'blue' } });
    const missing = await errorOf(put('*', { name: 'nothing' }));

    expect(missing).toMatchObject({ statusCode: 412 });
    expect(await errorOf(balancers().get(GROUP, 'nothing'))).toMatchObject({
      statusCode: 404,
    });
  });

  it('replace the tags alone', async () => {
    const before = await put('*', { tags: { owner: 'blue', stage: 'test' } });

    const tagged = await balancers().updateTags(GROUP, 'shop', {
      tags: { owner: 'red' },
    });

    expect(tagged.tags).toEqual({ owner: 'red' });
    expect(tagged.etag).not.toBe(before.etag);
    expect(tagged.frontendIPConfigurations?.map(({ name }) => name)).toEqual([
      'frontend',
    ]);
    expect((await balancers().get(GROUP, 'shop')).tags).toEqual({
      owner: 'red',
    });
  });

  it('need the right to write', async () => {
    const reader = {
      ...AZURE_PROVIDER,
      clientId: '33333333-bbbb-4000-8000-000000000003',
    };
    const scope = `/subscriptions/${AZURE_PROVIDER.subscriptionId}`;
    sandbox.azure.directory.addServicePrincipal({
      ...reader,
      name: 'reader',
      roles: [{ scope, role: 'Reader' }],
    });

    const refused = await errorOf(
      networkClient(sandbox, reader).loadBalancers.updateTags(GROUP, 'shop', {
        tags: {},
      }),
    );

    expect(refused).toMatchObject({
      statusCode: 403,
      message: expect.stringContaining(
        "'Microsoft.Network/loadBalancers/write'",
      ),
    });
  });
});
