import {
  mockCredentials,
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_EXPOSURE } from '@postern/backstage-plugin-private-exposure-common';
import request, { type Response } from 'supertest';
import { expectAnswersDocument } from '../__testUtils__/answersDocument';
import { ids, SCOPE } from '../__testUtils__/demoWorld';
import {
  as,
  startPlugin,
  type StartPluginOptions,
} from '../__testUtils__/startPlugin';
import {
  createExposureConditionalDecision,
  exposureConditions,
} from '../permissions/conditionExports';

jest.setTimeout(120_000);

const base = '/api/private-exposure';
const mira = 'user:default/mira';
const jonas = 'user:default/jonas';
const petra = 'user:default/petra';
const groups = {
  [mira]: ['group:default/team-payments'],
  [jonas]: ['group:default/team-orders'],
  [petra]: ['group:default/platform-team'],
};

/** As a configuration may have it, with what is nobody's business. */
const cluster = {
  controller: 'aws-load-balancer-controller',
  accountId: '222233334444',
  kubeconfig: 'a secret',
  subnets: [
    { id: 'subnet-02222000000000021', zoneId: 'euw1-az1', token: 'a secret' },
  ],
};

/** Owners read and refresh, the platform team does everything; `user:default/nobody` nothing. */
function ownersRead(
  permission: Permission,
  user: string | undefined,
): PolicyDecision {
  if (user === petra || user === undefined) {
    return { result: AuthorizeResult.ALLOW };
  }
  if (
    !isResourcePermission(permission, RESOURCE_TYPE_EXPOSURE) ||
    permission.name.includes('connection.') ||
    user === 'user:default/nobody'
  ) {
    return { result: AuthorizeResult.DENY };
  }
  return createExposureConditionalDecision(
    permission,
    exposureConditions.isEntityOwner({
      claims: [user, ...(groups[user as keyof typeof groups] ?? [])],
    }),
  );
}

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });

describe.each(databases.eachSupportedId())('HTTP API on %s', id => {
  let world: Awaited<ReturnType<typeof startPlugin>>;

  beforeAll(async () => {
    world = await start(id, {
      policy: ownersRead,
      groups,
      config: {
        clusters: {
          'payments-eu': cluster,
          'orders-us': { region: 'us-east-1' },
        },
      },
    });
  });
  afterAll(async () => {
    await world.stop();
  });
  beforeEach(() => {
    world.audit.length = 0;
  });

  const get = (path: string, user: string) =>
    request(world.server).get(`${base}${path}`).set('authorization', as(user));
  const post = (path: string, user: string, body?: object) =>
    request(world.server)
      .post(`${base}${path}`)
      .set('authorization', as(user))
      .send(body);

  /** The one event of the request. */
  function expectAudited(
    eventId: string,
    outcome: 'success' | 'fail',
    error?: string,
  ) {
    expect(world.audit).toEqual([
      expect.objectContaining({
        eventId,
        outcome,
        ...(error && { error }),
      }),
    ]);
  }

  const getRoutes = [
    '/v1/entities/component/default/ledger/exposures',
    '/v1/exposures',
    `/v1/exposures/${ids.ledger}`,
    `/v1/exposures/${ids.ledger}/events`,
    '/v1/unclaimed',
    '/v1/unclaimed/totals',
    '/v1/unclaimed/export',
    '/v1/connections',
    '/v1/decisions',
    '/v1/scopes',
    '/v1/changes',
    '/v1/clusters',
    '/v1/clusters/payments-eu',
  ];

  it.each(getRoutes)('GET %s answers 401 without a user', async path => {
    const response = await request(world.server)
      .get(`${base}${path}`)
      .set('authorization', mockCredentials.none.header());

    expect(response.status).toBe(401);
  });

  it.each(getRoutes.filter(path => path !== '/v1/decisions'))(
    'GET %s answers 403 to whom the policy denies it, audited',
    async path => {
      const response = await get(path, 'user:default/nobody');

      expect(response.status).toBe(403);
      expect(world.audit).toEqual([
        expect.objectContaining({ outcome: 'fail', error: 'NotAllowedError' }),
      ]);
    },
  );

  describe('GET /v1/entities/{kind}/{namespace}/{name}/exposures', () => {
    const path = '/v1/entities/{kind}/{namespace}/{name}/exposures';

    it('shows the owner the exposures, without verdicts they may not give', async () => {
      const response = await get(getRoutes[0], mira);

      expect(response.status).toBe(200);
      expectAnswersDocument(response, 'get', path);
      const [ledger] = response.body.exposures;
      expect(ledger).toMatchObject({
        id: ids.ledger,
        capabilities: ['refresh', 'verify-domain'],
      });
      expect(
        ledger.connections.map((c: { verdicts: string[] }) => c.verdicts),
      ).toEqual([[], []]);
      expectAudited('exposure-fetch', 'success');
    });

    it('offers the platform team the verdicts of the state', async () => {
      const response = await get(getRoutes[0], petra);

      expect(response.body.exposures[0].connections[0].verdicts).toEqual([
        'approve',
        'reject',
      ]);
    });

    it('offers no verdict on what only an annotation claims', async () => {
      const response = await get(
        '/v1/entities/component/default/search/exposures',
        petra,
      );

      expect(response.body.exposures[0]).toMatchObject({
        claim: { basis: 'annotation', confirmed: false },
      });
      expect(response.body.exposures[0].connections[0].verdicts).toEqual([]);
    });

    it('tells why a source failed only those who may see the sources', async () => {
      await world.knex('scopes').insert({
        ...(await world.knex('scopes').first()),
        id: 'fake/999988887777/eu-west-1',
        account: '999988887777',
        last_outcome: 'failed',
        last_error: 'The role may not be assumed',
      });
      const failed = async (user: string) => {
        const { body } = await get(getRoutes[0], user);
        return body.sources.find((scope: { id: string }) =>
          scope.id.includes('999988887777'),
        );
      };

      const owner = await failed(mira);
      const operator = await failed(petra);
      await world.knex('scopes').where('account', '999988887777').delete();

      expect(owner.source.state).toBe('failed');
      expect(JSON.stringify(owner)).not.toContain('assumed');
      expect(operator.source.error).toBe('The role may not be assumed');
    });

    it('shows a claimant of what is not theirs a conflict, and nothing of it', async () => {
      const response = await get(
        '/v1/entities/component/default/invoices/exposures',
        jonas,
      );

      expect(response.status).toBe(200);
      expectAnswersDocument(response, 'get', path);
      expect(response.body.exposures).toEqual([]);
      expect(response.body.conflicts).toHaveLength(1);
      expect(JSON.stringify(response.body)).not.toContain('444455556666');
    });

    it('answers 404 for an entity that is not in the catalog, audited', async () => {
      const response = await get(
        '/v1/entities/component/default/nothing/exposures',
        petra,
      );

      expect(response.status).toBe(404);
      expectAnswersDocument(response, 'get', path);
      expectAudited('exposure-fetch', 'fail', 'NotFoundError');
    });

    it("answers 403 for another team's entity, audited", async () => {
      const response = await get(getRoutes[0], jonas);

      expect(response.status).toBe(403);
      expectAudited('exposure-fetch', 'fail', 'NotAllowedError');
    });

    it('answers alike where the address is encoded, which the validator sees first', async () => {
      const encoded = getRoutes[0].replace('ledger', '%6Cedger');

      const [shown, alike, refused] = [
        await get(getRoutes[0], mira),
        await get(encoded, mira),
        await get(encoded, jonas),
      ];

      expect(alike.status).toBe(200);
      expect(alike.body).toEqual(shown.body);
      expect(refused.status).toBe(403);
      expect(world.audit.map(({ outcome }) => outcome)).toEqual([
        'success',
        'success',
        'fail',
      ]);
    });
  });

  describe('POST /v1/exposures/by-entity-refs', () => {
    const path = '/v1/exposures/by-entity-refs';

    it('leaves out what the caller may not read', async () => {
      const response = await post(path, mira, {
        entityRefs: [
          'component:default/ledger',
          'component:default/orders',
          'component:default/nothing',
        ],
      });

      expect(response.status).toBe(200);
      expectAnswersDocument(response, 'post', path);
      expect(
        response.body.items.map((i: { entityRef: string }) => i.entityRef),
      ).toEqual(['component:default/ledger']);
    });

    it.each([
      ['no references', { entityRefs: [] }, 'entityRefs'],
      ['101 of them', { entityRefs: Array(101).fill('a:b/c') }, 'entityRefs'],
      ['an empty one', { entityRefs: [''] }, 'entityRefs/0'],
      ['none', { entityRefs: ['a:b/c', 'not a ref'] }, 'entityRefs/1'],
      ['nothing in it', {}, 'entityRefs'],
    ])('answers 400 and names the field for %s', async (_, body, field) => {
      const response = await post(path, mira, body);

      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain(field);
    });
  });

  describe('GET /v1/exposures', () => {
    it('gives pages with a cursor', async () => {
      const first = await get('/v1/exposures?limit=3', petra);
      const second = await get(
        `/v1/exposures?limit=3&cursor=${encodeURIComponent(
          first.body.nextCursor,
        )}`,
        petra,
      );

      expectAnswersDocument(first, 'get', '/v1/exposures');
      expectAnswersDocument(second, 'get', '/v1/exposures');
      expect(names(first)).toEqual(['ledger', 'mystery', 'orders']);
      expect(names(second)).toEqual(['search']);
    });

    it.each([
      ['limit=0', 'limit'],
      ['limit=201', 'limit'],
      ['kind=moat', 'kind'],
      ['order=size', 'order'],
      ['colour=red', 'colour'],
      ['cursor=made-up', 'cursor'],
    ])('answers 400 and names the field for %s', async (query, field) => {
      const response = await get(`/v1/exposures?${query}`, petra);

      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain(field);
    });
  });

  it('GET /v1/unclaimed lists what no entity claims', async () => {
    const response = await get('/v1/unclaimed', petra);

    expectAnswersDocument(response, 'get', '/v1/unclaimed');
    expect(names(response)).toEqual(['mystery']);
  });

  describe('GET /v1/exposures/{exposureId}', () => {
    const path = '/v1/exposures/{exposureId}';

    it('shows one exposure', async () => {
      const response = await get(`/v1/exposures/${ids.orders}`, jonas);

      expect(response.status).toBe(200);
      expectAnswersDocument(response, 'get', path);
      expect(response.body.id).toBe(ids.orders);
    });

    it('answers 404 for an id that nobody has, audited', async () => {
      const response = await get('/v1/exposures/none', petra);

      expect(response.status).toBe(404);
      expectAudited('exposure-fetch', 'fail', 'NotFoundError');
    });
  });

  it('GET /v1/exposures/{exposureId}/events shows the timeline', async () => {
    const response = await get(`/v1/exposures/${ids.orders}/events`, jonas);

    expect(response.status).toBe(200);
    expectAnswersDocument(response, 'get', '/v1/exposures/{exposureId}/events');
    expect(response.body.items.length).toBeGreaterThan(0);
  });

  describe('POST /v1/exposures/{exposureId}/refresh', () => {
    const path = '/v1/exposures/{exposureId}/refresh';

    it('queues a look, and answers 429 to a second request within a minute', async () => {
      const first = await post(`/v1/exposures/${ids.orders}/refresh`, jonas);
      const second = await post(`/v1/exposures/${ids.orders}/refresh`, jonas);

      expect(first.status).toBe(202);
      expectAnswersDocument(first, 'post', path);
      expect(second.status).toBe(429);
      expectAnswersDocument(second, 'post', path);
    });

    it("answers 403 for another team's exposure, audited", async () => {
      const response = await post(`/v1/exposures/${ids.ledger}/refresh`, jonas);

      expect(response.status).toBe(403);
      expectAudited('exposure-mutate', 'fail', 'NotAllowedError');
    });
  });

  describe('POST /v1/exposures/{exposureId}/domain-verification', () => {
    const path = '/v1/exposures/{exposureId}/domain-verification';

    it('asks the cloud once', async () => {
      const response = await post(
        `/v1/exposures/${ids.ledger}/domain-verification`,
        mira,
      );

      expect(response.status).toBe(202);
      expectAnswersDocument(response, 'post', path);
      expect(
        world.provider.calls.filter(call =>
          call.startsWith('startDomainVerification'),
        ),
      ).toHaveLength(1);
    });

    it('does not ask the cloud again within a minute', async () => {
      const url = `/v1/exposures/${ids.ledger}/domain-verification`;
      const asked = () =>
        world.provider.calls.filter(call =>
          call.startsWith('startDomainVerification'),
        ).length;
      await post(url, mira);
      const before = asked();

      const response = await post(url, mira);

      expect(response.status).toBe(429);
      expect(asked()).toBe(before);
    });

    it('says what the cloud said, without secrets', async () => {
      await world.knex('exposures').update({ refresh_allowed_at: null });
      jest
        .spyOn(world.provider, 'startDomainVerification')
        .mockRejectedValueOnce(new Error('AKIAIOSFODNN7EXAMPLE is not known'));
      const response = await post(
        `/v1/exposures/${ids.ledger}/domain-verification`,
        mira,
      );

      expect(response.body.error.message).toContain(
        '[access key] is not known',
      );
    });

    it('answers 409 where there is no domain name', async () => {
      const response = await post(
        `/v1/exposures/${ids.orders}/domain-verification`,
        jonas,
      );

      expect(response.status).toBe(409);
    });
  });

  it('GET /v1/connections lists what the caller may read', async () => {
    const all = await get('/v1/connections?state=pending', petra);
    const own = await get('/v1/connections?state=pending', mira);

    expectAnswersDocument(all, 'get', '/v1/connections');
    expect(all.body.items).toHaveLength(3);
    expect(own.body.items.map((c: { id: string }) => c.id).sort()).toEqual(
      [ids.globex, ids.analytics].sort(),
    );
  });

  it('GET /v1/connections answers 400 for an entity reference that is none', async () => {
    const response = await get('/v1/connections?entityRef=ledger', petra);

    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain("'entityRef' must be");
  });

  const cursor = (...keys: unknown[]) =>
    Buffer.from(JSON.stringify(keys)).toString('base64url');

  it.each([
    [`/v1/connections?cursor=${cursor('waitingSince', 1e300, 'x')}`, 'cursor'],
    [`/v1/connections?cursor=${cursor('waitingSince', -1e15, 'x')}`, 'cursor'],
    [`/v1/connections?cursor=${cursor('waitingSince', 1, '\0')}`, 'cursor'],
    [`/v1/decisions?cursor=${cursor(1e300, 'x')}`, 'cursor'],
    [`/v1/changes?cursor=${cursor(1, '\0')}`, 'cursor'],
    [
      `/v1/exposures/${ids.ledger}/events?cursor=${cursor('-id', 1.5)}`,
      'cursor',
    ],
    [
      `/v1/exposures?order=health&cursor=${cursor('health', 1e12, 'a', 'x')}`,
      'cursor',
    ],
    ['/v1/exposures?text=%00', 'request/query/text'],
    ['/v1/exposures/%00', 'The address'],
    ['/v1/decisions?exposureId=%00', 'request/query/exposureId'],
  ])(
    'answers 400 for what no database can compare: %s',
    async (path, field) => {
      const response = await get(path, petra);

      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain(field);
    },
  );

  it('answers 400 for a reason that no database can hold', async () => {
    const response = await post(
      `/v1/connections/${ids.globex}/decisions`,
      petra,
      { verdict: 'approve', reason: 'a\0b', seen: { state: 'pending' } },
    ).set('idempotency-key', 'no-database-holds-it');

    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(
      'request/body/reason must not contain a NUL',
    );
  });

  it('GET /v1/clusters lists the clusters of the configuration by name, as each is told alone', async () => {
    const response = await get('/v1/clusters', petra);
    const alone = await get('/v1/clusters/payments-eu', petra);

    expectAnswersDocument(response, 'get', '/v1/clusters');
    expect(response.body.items).toEqual([
      { name: 'orders-us', profile: { region: 'us-east-1' } },
      alone.body,
    ]);
  });

  it('GET /v1/clusters/{name} says what manifests will meet, and nothing else of the configuration', async () => {
    const response = await get('/v1/clusters/payments-eu', petra);

    expectAnswersDocument(response, 'get', '/v1/clusters/{clusterName}');
    expect(response.body).toEqual({
      name: 'payments-eu',
      profile: {
        controller: 'aws-load-balancer-controller',
        accountId: '222233334444',
        subnets: [{ id: 'subnet-02222000000000021', zoneId: 'euw1-az1' }],
      },
    });
  });

  it.each(['nowhere', '__proto__'])(
    'GET /v1/clusters/%s answers 404',
    async name => {
      const response = await get(`/v1/clusters/${name}`, petra);

      expect(response.status).toBe(404);
    },
  );

  it('GET /v1/scopes shows how fresh the sources are', async () => {
    const response = await get('/v1/scopes', petra);

    expectAnswersDocument(response, 'get', '/v1/scopes');
    expect(response.body.items).toEqual([
      expect.objectContaining({
        id: SCOPE,
        source: expect.objectContaining({ state: 'fresh' }),
      }),
    ]);
  });

  function names(response: Response): string[] {
    return response.body.items.map((item: { name: string }) => item.name);
  }
});

async function start(
  id: TestDatabaseId,
  options: Omit<StartPluginOptions, 'knex'>,
) {
  return startPlugin({ knex: await databases.init(id), ...options });
}
