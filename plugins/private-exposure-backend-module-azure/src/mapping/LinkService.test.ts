import { toLinkService } from './LinkService';

const read = (properties: object, parts: object = {}) =>
  toLinkService({
    id: '/subscriptions/a/resourceGroups/rg/providers/Microsoft.Network/privateLinkServices/ledger',
    ...parts,
    properties,
  });

describe('toLinkService', () => {
  it('tells apart no connections and none that were told of', () => {
    expect(read({ privateEndpointConnections: [] })?.connections).toEqual([]);
    expect(read({})?.connections).toBeUndefined();
    expect(
      read({ privateEndpointConnections: null })?.connections,
    ).toBeUndefined();
  });

  it.each([null, 'text', {}, { id: 7 }, { name: 'Ledger' }])(
    'leaves out what nothing could refer to: %j',
    answer => {
      expect(toLinkService(answer)).toBeUndefined();
    },
  );

  it('takes what is not of its kind for what was not said', () => {
    const service = read(
      {
        alias: 7,
        visibility: { subscriptions: ['a', null] },
        autoApproval: null,
        ipConfigurations: [null],
        enableProxyProtocol: 'true',
      },
      { tags: { team: 'payments', n: 7 } },
    );

    expect(service).toMatchObject({
      alias: undefined,
      access: { visible: ['a'], autoApproved: [] },
      natAddresses: [undefined],
      proxyProtocol: undefined,
      tags: { team: 'payments' },
    });
  });
});
