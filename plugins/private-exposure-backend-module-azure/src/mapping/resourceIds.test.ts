import { parentId, parseResourceId } from './resourceIds';
import { SERVICE } from './__testUtils__/stateReader';

describe('resource ids', () => {
  it.each([
    '',
    SERVICE.replace('/subscriptions', '/sub'),
    `${SERVICE}/privateEndpointConnections`,
    `${SERVICE}/privateEndpointConnections/..`,
    SERVICE.replace('MC_rg', '..'),
    SERVICE.replace('AAAA', '.'),
    SERVICE.replace('Microsoft.Network', '..'),
    `${SERVICE}?api-version=1`,
  ])('are not read out of %s', id => {
    expect(parseResourceId(id)).toBeUndefined();
  });

  it('are taken apart', () => {
    const child = `${SERVICE}/privateEndpointConnections/one`;

    expect(parseResourceId(child)).toMatchObject({
      subscriptionId: 'aaaa',
      resourceGroup: 'MC_rg',
      type: 'microsoft.network/privatelinkservices/privateendpointconnections',
      names: ['Ledger', 'one'],
    });
    expect(parentId(child)).toBe(SERVICE);
  });
});
