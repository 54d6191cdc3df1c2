import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { exposureReadPermission } from '@postern/backstage-plugin-private-exposure-common';
import request from 'supertest';
import { ids, SCOPE } from '../__testUtils__/demoWorld';
import { as, startPlugin } from '../__testUtils__/startPlugin';
import {
  createExposureConditionalDecision,
  exposureConditions,
} from '../permissions/conditionExports';

jest.setTimeout(120_000);

const mira = 'user:default/mira';
const ledger = 'component:default/ledger';
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });

interface Exposure {
  id: string;
  attention: string[];
}

describe.each(databases.eachSupportedId())('change-open on %s', id => {
  let world: Awaited<ReturnType<typeof startPlugin>>;
  let readable: PolicyDecision;

  beforeEach(async () => {
    readable = { result: AuthorizeResult.ALLOW };
    world = await startPlugin({
      knex: await databases.init(id),
      policy: permission =>
        permission.name === exposureReadPermission.name ? readable : undefined,
      root: {
        integrations: {
          gitlab: [
            { host: 'gitlab.example', apiBaseUrl: 'http://127.0.0.1:9/api/v4' },
          ],
        },
      },
    });
  });
  afterEach(() => world.stop());

  const api = (path: string) => `/api/private-exposure/v1/${path}`;
  const track = async (change: object) => {
    const { status } = await request(world.server)
      .post(api('changes'))
      .set('authorization', mockCredentials.service.header())
      .send({
        entityRef: ledger,
        purpose: 'expose',
        title: 'Expose ledger',
        url: 'https://gitlab.example/acme/ledger/-/merge_requests/1',
        ...change,
      });
    expect(status).toBe(201);
  };
  const read = async (path: string) => {
    const { body, status } = await request(world.server)
      .get(api(path))
      .set('authorization', as(mira));
    expect(status).toBe(200);
    return body;
  };

  /** What ledger's attention is, by each route that shows it. */
  async function attentionByRoute() {
    const page = await read('entities/component/default/ledger/exposures');
    const inventory = await read('exposures');
    const filtered = await read('exposures?attention=change-open');
    const inbox = await read('connections');
    const summaries = await request(world.server)
      .post(api('exposures/by-entity-refs'))
      .set('authorization', as(mira))
      .send({ entityRefs: [ledger] });
    const action = await world.actions.invoke({
      id: 'test:get-entity-exposures',
      input: { entityRef: ledger },
      credentials: mockCredentials.user(mira),
    });
    const { exposures: ofAction }: { exposures: Exposure[] } = JSON.parse(
      JSON.stringify(action.output),
    );
    const inboxExposures = inbox.items.map(
      ({ exposure }: { exposure: Exposure }) => exposure,
    );
    const routes: Record<string, Exposure[]> = {
      page: page.exposures,
      byId: [await read(`exposures/${ids.ledger}`)],
      summaries: summaries.body.items[0].exposures,
      inventory: inventory.items,
      filtered: filtered.items,
      inbox: inboxExposures,
      action: ofAction,
    };
    return Object.fromEntries(
      Object.entries(routes).map(([route, exposures]) => [
        route,
        exposures
          .find(exposure => exposure.id === ids.ledger)
          ?.attention.includes('change-open') ?? false,
      ]),
    );
  }

  const everywhere = (isShown: boolean) => ({
    ...{ page: isShown, byId: isShown, summaries: isShown },
    ...{ inventory: isShown, filtered: isShown, inbox: isShown },
    action: isShown,
  });

  it('shows to whom the pull request may be shown, on every route', async () => {
    await track({ kind: 'aws-load-balancer' });

    expect(await attentionByRoute()).toEqual(everywhere(true));
  });

  it('tells nobody of a pull request for something that they may not read, while the rest goes on', async () => {
    await track({ kind: 'aws-load-balancer' });
    readable = createExposureConditionalDecision(exposureReadPermission, {
      not: exposureConditions.isKind({ kinds: ['aws-load-balancer'] }),
    });

    const hidden = await attentionByRoute();
    const byId = await read(`exposures/${ids.ledger}`);

    expect(hidden).toEqual(everywhere(false));
    expect(byId.attention).toEqual([
      'connection-pending',
      'domain-unverified',
      'claim-conflict',
    ]);
  });

  it('still shows while another pull request is theirs to read', async () => {
    await track({ kind: 'aws-load-balancer' });
    await track({
      kind: 'aws-endpoint-service',
      url: 'https://gitlab.example/acme/ledger/-/merge_requests/2',
    });
    readable = createExposureConditionalDecision(exposureReadPermission, {
      not: exposureConditions.isKind({ kinds: ['aws-load-balancer'] }),
    });

    expect(await attentionByRoute()).toEqual(everywhere(true));
  });

  it('waits for an exposure before a pull request is in a place or has a consumer', async () => {
    await track({ kind: 'aws-endpoint-service' });
    readable = createExposureConditionalDecision(exposureReadPermission, {
      allOf: [
        exposureConditions.isInScope({ scopeIds: [SCOPE] }),
        exposureConditions.hasConsumerAccount({ accounts: ['444455556666'] }),
      ],
    });

    const before = await attentionByRoute();
    await world.knex('changes').update({ exposure_id: ids.ledger });

    expect(before).toEqual(everywhere(false));
    expect(await attentionByRoute()).toEqual(everywhere(true));
  });
});
