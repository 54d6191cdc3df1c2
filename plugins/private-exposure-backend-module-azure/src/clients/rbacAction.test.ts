import { rbacAction } from './rbacAction';

const ROOT = 'https://management.azure.com/subscriptions/s';
const GROUP = `${ROOT}/resourceGroups/rg/providers`;

describe('rbacAction', () => {
  it.each([
    [
      'GET',
      `${ROOT}/providers/Microsoft.Network/privateLinkServices?api-version=1`,
      'Microsoft.Network/privateLinkServices/read',
    ],
    [
      'PUT',
      `${GROUP}/microsoft.network/privatelinkservices/a/privateendpointconnections/b`,
      'Microsoft.Network/privateLinkServices/privateEndpointConnections/write',
    ],
    [
      'DELETE',
      `${GROUP}/Microsoft.Web/sites/a/privateEndpointConnections/b`,
      'Microsoft.Web/sites/privateEndpointConnections/delete',
    ],
    [
      'GET',
      `${ROOT}/providers/Microsoft.Web`,
      'Microsoft.Resources/subscriptions/providers/read',
    ],
    [
      'GET',
      `${ROOT}/providers/Microsoft.Network/locations/eastus/operations/1`,
      'Microsoft.Network/locations/operations/read',
    ],
  ])('%s %s', (method, url, action) => {
    expect(rbacAction(method, url)).toBe(action);
  });
});
