import {
  azureCredential,
  networkClient,
} from '../../__testUtils__/azureClients';
import { errorOf } from '../../__testUtils__/errorOf';
import {
  addLinkService,
  AZURE_CONSUMER,
  AZURE_PLACE,
  AZURE_PROVIDER,
  startAzureSandbox,
} from '../../__testUtils__/startAzureSandbox';
import { trustAuthority } from '../../azure';
import { Sandbox } from '../../startSandbox';

const { resourceGroup: GROUP } = AZURE_PLACE;

describe('access to Azure', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startAzureSandbox();
    addLinkService(sandbox, 'payments');
  });
  afterEach(() => sandbox.stop());

  const read = (client: ReturnType<typeof networkClient>) =>
    client.privateLinkServices.get(GROUP, 'payments');

  it('refuses a wrong secret as the directory does', async () => {
    const client = networkClient(sandbox, {
      ...AZURE_PROVIDER,
      clientSecret: 'guessed',
    });

    await expect(read(client)).rejects.toThrow(/AADSTS7000215/);
  });

  it('refuses an unknown tenant and an unknown application', async () => {
    const elsewhere = networkClient(sandbox, {
      ...AZURE_PROVIDER,
      tenantId: '33333333-aaaa-4000-8000-000000000003',
    });
    const stranger = networkClient(sandbox, {
      ...AZURE_PROVIDER,
      clientId: '33333333-bbbb-4000-8000-000000000003',
    });

    await expect(read(elsewhere)).rejects.toThrow(/tenant|endpoint/i);
    await expect(read(stranger)).rejects.toThrow(/AADSTS700016/);
  });

  it('refuses a token of another tenant', async () => {
    const client = networkClient(sandbox, {
      ...AZURE_CONSUMER,
      subscriptionId: AZURE_PROVIDER.subscriptionId,
    });

    expect(await errorOf(read(client))).toMatchObject({
      statusCode: 401,
      code: 'InvalidAuthenticationTokenTenant',
    });
  });

  it('refuses what the role does not have, and names the action', async () => {
    const reader = {
      ...AZURE_PROVIDER,
      clientId: '11111111-bbbb-4000-8000-00000000000f',
    };
    sandbox.azure.directory.addServicePrincipal({
      ...reader,
      name: 'reader',
      roles: [
        {
          scope: `/subscriptions/${reader.subscriptionId}`,
          role: 'Reader',
        },
      ],
    });
    const { privateLinkServices } = networkClient(sandbox, reader);
    const service = await privateLinkServices.get(GROUP, 'payments');
    expect(service.name).toBe('payments');

    const error = await errorOf(
      privateLinkServices.beginDeletePrivateEndpointConnection(
        GROUP,
        'payments',
        'any',
      ),
    );

    expect(error).toMatchObject({
      statusCode: 403,
      code: 'AuthorizationFailed',
      message: expect.stringContaining(
        "action 'Microsoft.Network/privateLinkServices/privateEndpointConnections/delete' over scope '/subscriptions/",
      ),
    });
  });

  it('refuses a token after its hour', async () => {
    const client = networkClient(sandbox);
    await read(client);

    sandbox.clock.advance(60 * 60 * 1000);

    expect(await errorOf(read(client))).toMatchObject({
      statusCode: 401,
      code: 'ExpiredAuthenticationToken',
    });
  });

  it('refuses an API version that a type does not have, and says which it has', async () => {
    const url = `${sandbox.urls.azure}/subscriptions/${AZURE_PROVIDER.subscriptionId}/providers/Microsoft.Network/privateLinkServices?api-version=1999-01-01`;
    const distrust = trustAuthority(sandbox.azureCaCertificate);
    const { token } = await azureCredential(sandbox, AZURE_PROVIDER).getToken(
      `${sandbox.urls.azure}/.default`,
    );

    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
    });
    const nameless = await fetch(url);
    distrust();

    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      error: {
        code: 'NoRegisteredProviderFound',
        message: expect.stringMatching(/'.*2024-01-01.*'/),
      },
    });
    expect(nameless.status).toBe(401);
    expect(nameless.headers.get('www-authenticate')).toMatch(/^Bearer /);
  });
});
