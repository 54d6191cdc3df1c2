import { azureCredential } from '../../__testUtils__/azureClients';
import {
  AZURE_CONSUMER,
  AZURE_PLACE,
  AZURE_PROVIDER,
  startAzureSandbox,
} from '../../__testUtils__/startAzureSandbox';
import { trustAuthority } from '../../azure';
import { PrivateEndpoint } from '../../azureWorld';
import { Sandbox } from '../../startSandbox';

const CASES = [
  {
    type: 'Microsoft.Web/sites',
    version: '2023-12-01',
    property: 'actionsRequired',
    deletion: 202,
  },
  {
    type: 'Microsoft.Storage/storageAccounts',
    version: '2023-05-01',
    property: 'actionRequired',
    deletion: 200,
  },
  {
    type: 'Microsoft.Sql/servers',
    version: '2021-11-01',
    property: 'actionsRequired',
    deletion: 202,
  },
  {
    type: 'Microsoft.KeyVault/vaults',
    version: '2023-07-01',
    property: 'actionsRequired',
    deletion: 200,
  },
  {
    type: 'Microsoft.ContainerService/managedClusters',
    version: '2024-02-01',
    property: undefined,
    deletion: 202,
  },
];

describe('private endpoint connections of other resources', () => {
  let sandbox: Sandbox;
  let distrust: () => void;
  let token: string;

  beforeEach(async () => {
    sandbox = await startAzureSandbox();
    distrust = trustAuthority(sandbox.azureCaCertificate);
    const credential = azureCredential(sandbox, AZURE_PROVIDER);
    const scope = `${sandbox.urls.azure}/.default`;
    ({ token } = await credential.getToken(scope));
  });
  afterEach(async () => {
    distrust();
    await sandbox.stop();
  });

  async function call(
    method: string,
    path: string,
    version: string,
    body?: object,
  ) {
    const response = await fetch(
      `${sandbox.urls.azure}${path}?api-version=${version}`,
      {
        method,
        headers: { authorization: `Bearer ${token}` },
        body: body && JSON.stringify(body),
      },
    );
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text ? JSON.parse(text) : undefined,
    };
  }

  const pathOf = (address: string) =>
    address.slice(sandbox.urls.azure.length).split('?')[0];

  function addConnected(type: string): PrivateEndpoint {
    const target = sandbox.azure.linkTargets.addTarget({
      ...AZURE_PLACE,
      type,
      name: 'acme',
      groupIds: ['main'],
    });
    return sandbox.azure.connect({
      subscriptionId: AZURE_CONSUMER.subscriptionId,
      target: target.id,
      groupIds: ['main'],
      requestMessage: 'Please',
    });
  }

  it.each(CASES)(
    'are listed, approved and removed at $type',
    async ({ type, version, property, deletion }) => {
      const { connection } = addConnected(type);
      const { targetId, id } = connection;

      const resource = await call('GET', targetId, version);
      const list = await call(
        'GET',
        `${targetId}/privateEndpointConnections`,
        version,
      );
      expect(resource.body).toMatchObject({ id: targetId, name: 'acme', type });
      expect(list.body.value).toEqual([
        {
          id,
          name: connection.name,
          type: `${type}/privateEndpointConnections`,
          properties: {
            provisioningState: 'Succeeded',
            privateEndpoint: { id: connection.privateEndpointId },
            privateLinkServiceConnectionState: {
              status: 'Pending',
              description: 'Please',
              ...(property && { [property]: 'None' }),
            },
          },
        },
      ]);

      const state = { status: 'Approved', description: 'CHG-7' };
      const approved = await call('PUT', id, version, {
        properties: { privateLinkServiceConnectionState: state },
      });
      expect(approved.status).toBe(200);
      expect(connection.status).toBe('Approved');

      const removed = await call('DELETE', id, version);
      expect(removed.status).toBe(deletion);
      sandbox.clock.advance(sandbox.azure.timings.armOperation);
      expect(connection.status).toBe('Disconnected');
      const operation = removed.headers.get('azure-asyncoperation');
      const ended = operation
        ? await call('GET', pathOf(operation), version)
        : undefined;
      expect(ended?.body).toEqual(
        deletion === 202 ? { status: 'Succeeded' } : undefined,
      );
    },
  );

  it('are called with a version that the provider names', async () => {
    const { subscriptionId } = AZURE_PROVIDER;

    const { body } = await call(
      'GET',
      `/subscriptions/${subscriptionId}/providers/Microsoft.Web`,
      '2021-04-01',
    );
    const wrong = await call(
      'GET',
      addConnected('Microsoft.Web/sites').connection.id,
      '2015-01-01',
    );

    expect(body).toMatchObject({
      namespace: 'Microsoft.Web',
      registrationState: 'Registered',
    });
    const [sites] = body.resourceTypes;
    expect(sites.resourceType).toBe('sites');
    expect(sites.apiVersions).toContain('2023-12-01');
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.code).toBe('NoRegisteredProviderFound');
    expect(wrong.body.error.message).toContain('2023-12-01');
  });

  it('do not exist for types that the sandbox does not play', async () => {
    const { subscriptionId, resourceGroup } = AZURE_PLACE;
    const group = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;

    const type = await call(
      'GET',
      `${group}/providers/Microsoft.Web/farms/one`,
      '2023-12-01',
    );
    const namespace = await call(
      'GET',
      `${group}/providers/Acme.Web/sites/one`,
      '2023-12-01',
    );

    expect([type.status, type.body.error.code]).toEqual([
      404,
      'InvalidResourceType',
    ]);
    expect([namespace.status, namespace.body.error.code]).toEqual([
      404,
      'InvalidResourceNamespace',
    ]);
  });
});
