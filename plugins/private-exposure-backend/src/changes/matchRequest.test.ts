import type { StoredChange } from './ChangeStore';
import { matchRequest } from './matchRequest';
import type {
  AskingConnection,
  KnownRequests,
  RequestingConnection,
} from './RequestedChange';

const requestId = '3f0c9a52-7d0e-4b1c-9a55-0d1e2f3a4b5c';
const SERVICE =
  '/subscriptions/1/providers/Microsoft.Network/privateLinkServices/Parcels';
const OPERATOR = 'of-the-cloud';

const change: StoredChange = {
  id: 'change-1',
  entityRef: 'component:default/parcels',
  kind: 'azure-front-door',
  purpose: 'expose',
  url: 'https://git.acme.example/acme/parcels/pull/7',
  title: 'Publish parcels',
  state: 'merged',
  openedAt: '2026-11-21T08:00:00Z',
  dueAt: new Date('2026-11-21T08:00:00Z'),
  requestId,
};

function asking(parts: {
  id?: string;
  state?: AskingConnection['connection']['state'];
  account?: string;
  region?: string;
  exposureNativeId?: string;
}): AskingConnection {
  const { id = 'connection-1', state = 'pending' } = parts;
  const { account = OPERATOR } = parts;
  const region = 'region' in parts ? parts.region : 'westeurope';
  return {
    requestId,
    connection: {
      ...{ id, state, exposureId: 'exposure-parcels' },
      consumer: { account, region },
    },
    ref: {
      scopeId: 'azure/1',
      exposureNativeId: parts.exposureNativeId ?? SERVICE,
      nativeId: id,
    },
  };
}

const itself: RequestingConnection = {
  id: 'connection-1',
  exposureId: 'exposure-parcels',
  requestId,
  state: 'pending',
  region: 'westeurope',
};

const known: KnownRequests = {
  changes: [change],
  connections: [itself],
  exposures: [
    {
      id: 'exposure-front-door',
      kind: 'azure-front-door',
      name: 'parcels',
      entityRef: change.entityRef,
      requestId,
      targetKey: SERVICE.toLowerCase(),
      region: 'westeurope',
    },
  ],
  ownAccounts: new Set(['of-ours']),
};
const [frontDoor] = known.exposures;

describe('matchRequest', () => {
  it('recognises the connection of what the change made and what says that it asks here', () => {
    expect(matchRequest(asking({}), known)).toEqual({
      change: {
        id: 'change-1',
        title: 'Publish parcels',
        url: change.url,
        state: 'merged',
        origin: {
          exposureId: 'exposure-front-door',
          kind: 'azure-front-door',
          name: 'parcels',
          region: 'westeurope',
        },
      },
      isContested: false,
    });
  });

  it.each<[string, AskingConnection, Partial<KnownRequests>]>([
    ['is decided', asking({ state: 'connected' }), {}],
    [
      'is asked for from an account of ours',
      asking({ account: 'of-ours' }),
      {},
    ],
    ['is asked for elsewhere', asking({ exposureNativeId: '/other' }), {}],
    ['comes from another region', asking({ region: 'northeurope' }), {}],
    ['is of no change', asking({}), { changes: [] }],
    ['is asked for by nothing that we see', asking({}), { exposures: [] }],
    [
      'is asked for by something of another entity',
      asking({}),
      { exposures: [{ ...frontDoor, entityRef: 'component:default/other' }] },
    ],
    [
      'is asked for by something that nobody claims',
      asking({}),
      { exposures: [{ ...frontDoor, entityRef: undefined }] },
    ],
    [
      'is at something that the change lets others connect to',
      asking({}),
      { changes: [{ ...change, kind: 'azure-private-link-service' }] },
    ],
  ])('recognises none that %s', (_, connection, differences) => {
    expect(
      matchRequest(connection, { ...known, ...differences }),
    ).toBeUndefined();
  });

  it.each<[string, AskingConnection, Partial<KnownRequests>]>([
    ['the connection', asking({ region: undefined }), {}],
    [
      'what the change made',
      asking({}),
      { exposures: [{ ...frontDoor, region: undefined }] },
    ],
  ])(
    'recognises one where %s does not say the region, and names none',
    (_, connection, differences) => {
      const match = matchRequest(connection, { ...known, ...differences });

      expect(match).toMatchObject({
        isContested: false,
        change: { origin: { exposureId: 'exposure-front-door' } },
      });
      expect(match?.change.origin?.region).toBeUndefined();
    },
  );

  it('calls one contested where its region is unknown and another waits elsewhere', () => {
    const elsewhere = { ...itself, id: 'connection-2', region: 'northeurope' };

    expect(
      matchRequest(asking({ region: undefined }), {
        ...known,
        connections: [{ ...itself, region: undefined }, elsewhere],
      }),
    ).toMatchObject({ isContested: true });
  });

  it.each<[string, Partial<RequestingConnection>]>([
    ['is one of two that wait with the id', { id: 'connection-2' }],
    ['comes after one that is connected', { id: 'x', state: 'connected' }],
  ])('calls one contested that %s', (_, rival) => {
    expect(
      matchRequest(asking({}), {
        ...known,
        connections: [itself, { ...itself, ...rival }],
      }),
    ).toMatchObject({ isContested: true, change: { id: 'change-1' } });
  });

  it('tells the connections of one origin apart by their regions', () => {
    const elsewhere = { ...itself, id: 'connection-2', region: 'northeurope' };

    expect(
      matchRequest(asking({}), { ...known, connections: [itself, elsewhere] }),
    ).toMatchObject({ isContested: false });
  });

  it('says of a consumer’s change that its id is carried, and names no origin', () => {
    const consume: StoredChange = { ...change, purpose: 'consume' };
    const only = { ...known, changes: [consume], exposures: [] };
    const rival = { ...itself, id: 'x', exposureId: 'exposure-other' };

    expect(matchRequest(asking({ account: 'of-ours' }), only)).toEqual({
      change: {
        id: 'change-1',
        title: 'Publish parcels',
        url: change.url,
        state: 'merged',
      },
      isContested: false,
    });
    expect(
      matchRequest(asking({}), { ...only, connections: [itself, rival] }),
    ).toMatchObject({ isContested: true });
  });
});
