import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  inventoryReadPermission,
  RESOURCE_TYPE_EXPOSURE,
} from '@postern/backstage-plugin-private-exposure-common';
import request, { type Response } from 'supertest';
import { ids } from '../__testUtils__/demoWorld';
import { as, startPlugin } from '../__testUtils__/startPlugin';
import {
  createExposureConditionalDecision,
  exposureConditions,
} from '../permissions/conditionExports';

jest.setTimeout(120_000);

const base = '/api/private-exposure/v1';
/** Both own what the catalog does not show them; ines may see the inventory besides. */
const hana = 'user:default/hana';
const ines = 'user:default/ines';
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });

function ownersMay(
  permission: Permission,
  user: string | undefined,
): PolicyDecision {
  if (isResourcePermission(permission, RESOURCE_TYPE_EXPOSURE)) {
    return createExposureConditionalDecision(
      permission,
      exposureConditions.isEntityOwner({
        claims: ['group:default/team-payments'],
      }),
    );
  }
  const seesInventory =
    user === ines && permission.name === inventoryReadPermission.name;
  return {
    result: seesInventory ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
  };
}

describe.each(databases.eachSupportedId())(
  'an exposure whose entity the catalog does not show, on %s',
  id => {
    let world: Awaited<ReturnType<typeof startPlugin>>;

    beforeAll(async () => {
      world = await startPlugin({
        knex: await databases.init(id),
        policy: ownersMay,
        isHidden: (_, user) => user === hana || user === ines,
      });
    });
    afterAll(async () => {
      await world.stop();
    });

    const ask = (path: string, user: string) => {
      const isWrite = /refresh|verification/.test(path);
      return request(world.server)
        [isWrite ? 'post' : 'get'](`${base}${path}`)
        .set('authorization', as(user));
    };

    it.each(['', '/events', '/refresh', '/domain-verification'])(
      'is not there for its owner: /exposures/{exposureId}%s',
      async path => {
        world.audit.length = 0;
        const hidden = await ask(`/exposures/${ids.ledger}${path}`, hana);
        const missing = await ask(`/exposures/none${path}`, hana);

        const told = ({ status, body }: Response, exposureId: string) => ({
          status,
          name: body.error.name,
          message: body.error.message.replace(exposureId, 'ID'),
        });
        expect(told(hidden, ids.ledger)).toEqual(told(missing, 'none'));
        expect(hidden.status).toBe(404);
        expect(world.audit[0]).toMatchObject({
          outcome: 'fail',
          error: 'NotFoundError',
          meta: { entityRef: 'component:default/ledger' },
        });
      },
    );

    const decide = (user: string, connectionId: string) =>
      request(world.server)
        .post(`${base}/connections/${connectionId}/decisions`)
        .set('authorization', as(user))
        .set('idempotency-key', `${user}-${connectionId}`)
        .send({
          verdict: 'approve',
          reason: 'known',
          seen: { state: 'pending' },
        });

    it('has no connections to decide on, and no decisions, for its owner', async () => {
      const hidden = await decide(hana, ids.analytics);
      const missing = await decide(hana, 'none');
      const decided = await decide(ines, ids.globex);
      const read = await Promise.all(
        [hana, ines].map(user => ask(`/decisions/${decided.body.id}`, user)),
      );

      expect([hidden.status, hidden.body.error.message]).toEqual([
        404,
        missing.body.error.message.replace('none', ids.analytics),
      ]);
      expect(decided.status).toBe(202);
      expect(read.map(({ status }) => status)).toEqual([404, 200]);
      expect(world.provider.calls.join()).not.toContain(
        'vpce-0000000000000002',
      );
    });

    it('is there for whom the inventory lists it', async () => {
      const listed = await ask('/exposures', ines);
      const detail = await ask(`/exposures/${ids.ledger}`, ines);
      const events = await ask(`/exposures/${ids.ledger}/events`, ines);
      const unlisted = await ask(`/exposures/${ids.orders}`, ines);

      expect(listed.body.items).toMatchObject([{ id: ids.ledger }]);
      expect([detail.status, events.status]).toEqual([200, 200]);
      expect(unlisted.status).toBe(403);
    });
  },
);
