import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  type Connection,
  exposureReadPermission,
  toRequestMessage,
} from '@postern/backstage-plugin-private-exposure-common';
import {
  surveyedConnection,
  surveyedExposure,
} from '@postern/backstage-plugin-private-exposure-node/testUtils';
import request from 'supertest';
import { expectAnswersDocument } from '../__testUtils__/answersDocument';
import { LEDGER_SERVICE, SCOPE } from '../__testUtils__/demoWorld';
import { as, startPlugin, waitFor } from '../__testUtils__/startPlugin';
import {
  createExposureConditionalDecision,
  exposureConditions,
} from '../permissions/conditionExports';

jest.setTimeout(120_000);

const petra = 'user:default/petra';
const mira = 'user:default/mira';
const requestId = '3f0c9a52-7d0e-4b1c-9a55-0d1e2f3a4b5c';
const requestMessage = toRequestMessage(requestId);
const pull = 'https://git.acme.example/acme/payments/pull/7';
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });

/** Front Door's own connection at ledger, as its change asks for it. */
const frontDoorsOwn = surveyedConnection({
  nativeId: 'front-doors-own',
  exposureNativeId: LEDGER_SERVICE,
  consumer: {
    account: 'of-the-cloud',
    region: 'westeurope',
    endpointId: 'front-doors-own',
  },
  requestMessage,
});

describe.each(databases.eachSupportedId())(
  'connections with the request id of a change on %s',
  id => {
    let world: Awaited<ReturnType<typeof startPlugin>>;
    /** What mira may read; everybody else reads everything. */
    let readable: PolicyDecision;

    beforeEach(async () => {
      readable = { result: AuthorizeResult.ALLOW };
      world = await startPlugin({
        knex: await databases.init(id),
        policy: (permission, user) =>
          user === mira && permission.name === exposureReadPermission.name
            ? readable
            : undefined,
        root: {
          integrations: {
            github: [
              {
                host: 'git.acme.example',
                apiBaseUrl: 'https://git.acme.example/api/v3',
                token: 'ghp_local',
              },
            ],
          },
        },
      });
      world.cloud.exposures.push(
        surveyedExposure({
          nativeId: 'front-door',
          kind: 'azure-front-door',
          name: 'payments',
          evidence: {
            tags: { 'backstage-entity-ref': 'component:default/payments' },
            kubernetesServices: [],
          },
          requests: [
            {
              // Ids are compared without regard to case.
              targetNativeId: LEDGER_SERVICE.toUpperCase(),
              requestMessage,
              region: 'westeurope',
            },
          ],
        }),
      );
      world.cloud.connections.push(frontDoorsOwn);
    });
    afterEach(() => world.stop());

    const track = async () => {
      const { status, body } = await request(world.server)
        .post('/api/private-exposure/v1/changes')
        .set('authorization', mockCredentials.service.header())
        .send({
          entityRef: 'component:default/payments',
          purpose: 'expose',
          kind: 'azure-front-door',
          title: 'Publish payments',
          url: pull,
          requestId,
        });
      expect(status).toBe(201);
      return body;
    };
    const get = (path: string, user = petra) =>
      request(world.server)
        .get(`/api/private-exposure/v1${path}`)
        .set('authorization', as(user));
    /** One survey, to its end. */
    const survey = async () => {
      const due = { next_attempt_at: new Date(0), last_outcome: null };
      await world.knex('scopes').update(due);
      await world.runTask('observe-fake-222233334444');
      await waitFor(async () => {
        const { last_outcome } = await world.knex('scopes').first();
        return last_outcome === 'complete';
      });
    };
    const inbox = async (user = petra): Promise<Connection[]> => {
      const answer = await get('/connections?state=pending', user);
      expectAnswersDocument(answer, 'get', '/v1/connections');
      return answer.body.items;
    };
    const changesIn = (connections: Connection[]) =>
      connections.flatMap(({ consumer, change }) =>
        change ? [[consumer.endpointId, change]] : [],
      );

    it('are shown with it in the inbox and on the page, decided by nobody', async () => {
      const tracked = await track();
      await survey();

      const expected = [
        [
          'front-doors-own',
          {
            id: tracked.id,
            title: 'Publish payments',
            url: pull,
            state: 'open',
            origin: {
              exposureId: expect.any(String),
              kind: 'azure-front-door',
              name: 'payments',
              region: 'westeurope',
            },
          },
        ],
      ];
      expect(changesIn(await inbox())).toEqual(expected);
      const page = await get('/entities/component/default/ledger/exposures');
      expectAnswersDocument(
        page,
        'get',
        '/v1/entities/{kind}/{namespace}/{name}/exposures',
      );
      const [ledger] = page.body.exposures;
      expect(changesIn(ledger.connections)).toEqual(expected);
      expect((await get('/decisions')).body.items).toEqual([]);
      // The id itself is for nobody to see: whoever has it can ask with it.
      expect(JSON.stringify(ledger)).not.toContain(requestId);
    });

    it('are shown with it where the cloud does not say their region, which is then not named', async () => {
      const { region, ...consumer } = frontDoorsOwn.consumer;
      world.cloud.connections = [{ ...frontDoorsOwn, consumer }];
      await track();
      await survey();

      const [{ change }] = await inbox();

      expect(region).toBe('westeurope');
      expect(change?.origin).toEqual({
        exposureId: expect.any(String),
        kind: 'azure-front-door',
        name: 'payments',
      });
    });

    it('are shown with it only to those who may read the change', async () => {
      await track();
      await survey();
      const readByMira = changesIn(await inbox(mira));
      readable = createExposureConditionalDecision(exposureReadPermission, {
        anyOf: [exposureConditions.isInScope({ scopeIds: [SCOPE] })],
      });

      const items = await inbox(mira);

      expect(readByMira).toHaveLength(1);
      expect(items.map(({ consumer }) => consumer.endpointId)).toContain(
        'front-doors-own',
      );
      expect(changesIn(items)).toEqual([]);
    });

    it('are not shown with it once two carry the id, whoever came first and whatever became of it', async () => {
      await track();
      await survey();
      const alone = changesIn(await inbox());
      const { connections } = world.cloud;
      connections[connections.length - 1] = {
        ...frontDoorsOwn,
        state: 'connected',
        nativeState: 'Approved',
      };
      connections.push({
        ...frontDoorsOwn,
        nativeId: 'forged',
        consumer: { ...frontDoorsOwn.consumer, endpointId: 'forged' },
      });
      await survey();

      const items = await inbox();

      expect(alone).toHaveLength(1);
      expect(changesIn(items)).toEqual([]);
      expect(
        items.flatMap(({ consumer, contestedChange }) =>
          contestedChange ? [[consumer.endpointId, contestedChange.url]] : [],
        ),
      ).toEqual([['forged', pull]]);
    });

    it('are not shown with it where the id is only somewhere in the text, or Front Door asks no more', async () => {
      await track();
      const { connections, exposures } = world.cloud;
      const surveyed = async () => {
        await survey();
        return changesIn(await inbox());
      };
      const asIs = await surveyed();
      connections[connections.length - 1] = {
        ...frontDoorsOwn,
        requestMessage: `${requestMessage} please`,
      };
      const withText = await surveyed();
      connections[connections.length - 1] = frontDoorsOwn;
      const again = await surveyed();
      exposures[exposures.length - 1].requests = [];
      const asksNoMore = await surveyed();

      expect([asIs, withText, again, asksNoMore]).toEqual([
        [expect.anything()],
        [],
        [expect.anything()],
        [],
      ]);
    });
  },
);
