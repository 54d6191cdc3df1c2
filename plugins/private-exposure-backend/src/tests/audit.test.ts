import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DecisionRefusedError } from '@postern/backstage-plugin-private-exposure-node';
import request from 'supertest';
import { ids } from '../__testUtils__/demoWorld';
import { as, startPlugin, waitFor } from '../__testUtils__/startPlugin';
import { spec } from '../schema/openapi.generated';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const petra = 'user:default/petra';
const nobody = 'user:default/nobody';
const ledger = 'component:default/ledger';

const approval = {
  verdict: 'approve',
  reason: 'Globex signed the contract.',
  seen: { state: 'pending' },
};
const change = {
  entityRef: ledger,
  purpose: 'expose',
  title: 'Expose ledger',
  url: 'https://github.com/acme/ledger/pull/1',
};

interface Route {
  /** What the event must say besides who, what and how it ended. */
  meta: object;
  eventId: string;
  queryType: string;
  query?: object;
  body?: object;
}

/** Every operation of the document. Ids in the paths are ledger's. */
const routes: Record<string, Route> = {
  'get /v1/entities/{kind}/{namespace}/{name}/exposures': {
    eventId: 'exposure-fetch',
    queryType: 'by-entity',
    meta: { entityRef: ledger },
  },
  'get /v1/entities/{kind}/{namespace}/{name}/manifest-service': {
    eventId: 'manifest-fetch',
    queryType: 'service',
    query: {
      path: 'k8s/ledger.yaml',
      serviceName: 'ledger',
      serviceNamespace: 'pay',
    },
    meta: { entityRef: ledger, path: 'k8s/ledger.yaml', service: 'pay/ledger' },
  },
  'get /v1/exposures': {
    eventId: 'exposure-fetch',
    queryType: 'inventory',
    meta: {},
  },
  'get /v1/exposures/{exposureId}': {
    eventId: 'exposure-fetch',
    queryType: 'by-id',
    meta: { exposureId: ids.ledger, entityRef: ledger },
  },
  'get /v1/exposures/{exposureId}/events': {
    eventId: 'exposure-fetch',
    queryType: 'events',
    meta: { exposureId: ids.ledger, entityRef: ledger },
  },
  'post /v1/exposures/{exposureId}/refresh': {
    eventId: 'exposure-mutate',
    queryType: 'refresh',
    meta: { exposureId: ids.ledger, entityRef: ledger },
  },
  'post /v1/exposures/{exposureId}/domain-verification': {
    eventId: 'exposure-mutate',
    queryType: 'verify-domain',
    meta: { exposureId: ids.ledger, entityRef: ledger },
  },
  'get /v1/unclaimed': {
    eventId: 'exposure-fetch',
    queryType: 'unclaimed',
    meta: {},
  },
  'get /v1/unclaimed/totals': {
    eventId: 'exposure-fetch',
    queryType: 'unclaimed-totals',
    meta: {},
  },
  'get /v1/unclaimed/export': {
    eventId: 'exposure-fetch',
    queryType: 'unclaimed-export',
    meta: { filter: { order: 'name' } },
  },
  'get /v1/connections': {
    eventId: 'connection-fetch',
    queryType: 'inbox',
    meta: {},
  },
  'post /v1/connections/{connectionId}/decisions': {
    eventId: 'connection-mutate',
    queryType: 'approve',
    body: approval,
    meta: {
      connectionId: ids.globex,
      exposureId: ids.ledger,
      entityRef: ledger,
      account: '444455556666',
      reason: approval.reason,
    },
  },
  'get /v1/decisions': {
    eventId: 'decision-fetch',
    queryType: 'list',
    meta: {},
  },
  'get /v1/decisions/{decisionId}': {
    eventId: 'decision-fetch',
    queryType: 'by-id',
    meta: {
      connectionId: ids.globex,
      exposureId: ids.ledger,
      entityRef: ledger,
    },
  },
  'get /v1/scopes': { eventId: 'scope-fetch', queryType: 'list', meta: {} },
  'get /v1/clusters': { eventId: 'cluster-fetch', queryType: 'list', meta: {} },
  'get /v1/clusters/{clusterName}': {
    eventId: 'cluster-fetch',
    queryType: 'by-name',
    meta: { cluster: 'payments-eu' },
  },
  'get /v1/changes': {
    eventId: 'change-fetch',
    queryType: 'list',
    meta: { entityRef: null },
  },
  'post /v1/changes': {
    eventId: 'change-mutate',
    queryType: 'create',
    body: change,
    meta: { entityRef: ledger, url: change.url },
  },
};

/** Leaves out what a caller may not read, instead of refusing. */
const answersAll = 'post /v1/exposures/by-entity-refs';

describe('the audit log', () => {
  let world: Awaited<ReturnType<typeof startPlugin>>;
  let decisionId: string;

  beforeAll(async () => {
    world = await startPlugin({
      knex: await databases.init('SQLITE_3'),
      config: { clusters: { 'payments-eu': { region: 'eu-west-1' } } },
      policy: (_, user) =>
        user === petra ? undefined : { result: AuthorizeResult.DENY },
    });
  });
  afterAll(() => world.stop());

  const send = (route: string, user: string, body = routes[route]?.body) => {
    const [method, path] = route.split(' ') as ['get' | 'post', string];
    const url = path
      .replace('{kind}/{namespace}/{name}', 'component/default/ledger')
      .replace('{exposureId}', ids.ledger)
      .replace('{connectionId}', ids.globex)
      .replace('{decisionId}', decisionId)
      .replace('{clusterName}', 'payments-eu');
    return request(world.server)
      [method](`/api/private-exposure${url}`)
      .query(routes[route]?.query ?? {})
      .set('authorization', as(user))
      .set('idempotency-key', `${user}-decides-once`)
      .send(body);
  };

  it('knows every route of the document', () => {
    const documented = Object.entries(spec.paths).flatMap(
      ([path, operations]) =>
        Object.keys(operations).map(method => `${method} ${path}`),
    );

    expect([...Object.keys(routes), answersAll].sort()).toEqual(
      documented.sort(),
    );
  });

  it('tells who decided what on whose connection, and what became of it', async () => {
    world.provider.decideError = new DecisionRefusedError('quota exceeded');
    const route = 'post /v1/connections/{connectionId}/decisions';

    const { body } = await send(route, petra);
    decisionId = body.id;
    await waitFor(() =>
      world.audit.some(({ eventId }) => eventId === 'decision-end'),
    );

    const about = { ...routes[route].meta, decisionId, queryType: 'approve' };
    const { reason, ...what } = about as Record<string, unknown>;
    expect(world.audit).toMatchObject([
      {
        eventId: 'connection-mutate',
        severityLevel: 'high',
        requestedBy: petra,
        outcome: 'success',
        meta: { ...what, reason, status: 'requested' },
      },
      {
        eventId: 'decision-end',
        severityLevel: 'high',
        outcome: 'fail',
        meta: { ...what, actor: petra, status: 'failed' },
      },
    ]);
  });

  it.each(Object.entries(routes))(
    'tells who was refused what: %s',
    async (name, { eventId, queryType, meta }) => {
      world.audit.length = 0;

      const response = await send(name, nobody);

      expect(response.status).toBe(403);
      expect(world.audit).toEqual([
        expect.objectContaining({
          eventId,
          outcome: 'fail',
          error: 'NotAllowedError',
          requestedBy: nobody,
          meta: expect.objectContaining({ queryType, ...meta }),
        }),
      ]);
    },
  );

  it('tells which entities were asked for where the answer leaves out what is not for the caller', async () => {
    world.audit.length = 0;

    const { body } = await send(answersAll, nobody, { entityRefs: [ledger] });

    expect(body).toEqual({ items: [] });
    expect(world.audit).toMatchObject([
      {
        eventId: 'exposure-fetch',
        outcome: 'success',
        requestedBy: nobody,
        meta: { queryType: 'by-entity-refs', entityRefs: [ledger] },
      },
    ]);
  });

  it('tells of actions whose connection and entity they were about, refused ones too', async () => {
    world.audit.length = 0;
    const { seen, ...input } = approval;

    await expect(
      world.actions.invoke({
        id: 'test:decide-connection',
        input: {
          ...input,
          connectionId: ids.globex,
          seenState: seen.state,
          idempotencyKey: 'agent-key-1',
        },
        credentials: mockCredentials.user(nobody),
      }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });

    expect(world.audit).toMatchObject([
      {
        eventId: 'connection-mutate',
        outcome: 'fail',
        meta: {
          via: 'action',
          actor: nobody,
          connectionId: ids.globex,
          exposureId: ids.ledger,
          entityRef: ledger,
        },
      },
    ]);
  });
});
