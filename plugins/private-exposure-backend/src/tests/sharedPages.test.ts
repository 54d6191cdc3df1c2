import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { exposureReadPermission } from '@postern/backstage-plugin-private-exposure-common';
import request from 'supertest';
import { as, startPlugin } from '../__testUtils__/startPlugin';
import {
  createExposureConditionalDecision,
  exposureConditions,
} from '../permissions/conditionExports';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const path =
  '/api/private-exposure/v1/entities/component/default/ledger/exposures';
const petra = 'user:default/petra';
const reader = 'user:default/reader';
const stranger = 'user:default/stranger';

describe.each(databases.eachSupportedId())(
  'a page that several look at, on %s',
  id => {
    let world: Awaited<ReturnType<typeof startPlugin>>;
    beforeEach(async () => {
      world = await startPlugin({
        knex: await databases.init(id),
        policy: (permission, user) => {
          if (user === stranger) {
            return createExposureConditionalDecision(
              exposureReadPermission,
              exposureConditions.isEntityOwner({
                claims: ['group:default/team-nobody'],
              }),
            );
          }
          const isAllowed =
            user === petra || permission.name === exposureReadPermission.name;
          return {
            result: isAllowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
          };
        },
      });
    });
    afterEach(() => world.stop());

    const open = (user: string) =>
      request(world.server).get(path).set('authorization', as(user));
    const offered = ({ body }: { body: Page }) => ({
      capabilities: body.exposures.flatMap(({ capabilities }) => capabilities),
      verdicts: body.exposures.flatMap(({ connections }) =>
        connections.flatMap(({ verdicts }) => verdicts),
      ),
    });

    it('offers each what they may do, whoever looked before', async () => {
      const first = offered(await open(petra));
      const read = offered(await open(reader));
      const again = offered(await open(petra));

      expect(first.capabilities).toContain('refresh');
      expect(first.verdicts).not.toEqual([]);
      expect(read).toEqual({ capabilities: [], verdicts: [] });
      expect(again).toEqual(first);
      await open(stranger).expect(403);
      await open(stranger).expect(403);
    });

    it('is not sent again to a browser that has it, until it changes', async () => {
      const { headers, body } = await open(petra);
      const ask = () => open(petra).set('if-none-match', headers.etag);
      await ask().expect(304);

      await world.knex('exposures').update({ health_reason: 'Renewed' });
      const renewed = await ask().expect(200);

      expect(renewed.body).not.toEqual(body);
    });

    it('tells each what they may know of other sources, and is sent again to none', async () => {
      await world.knex('scopes').insert({
        ...(await world.knex('scopes').first()),
        ...{ id: 'fake/other', last_outcome: 'failed' },
        last_error: 'The role may not be assumed',
      });
      const pages = await Promise.all([petra, reader].map(open));
      const again = await Promise.all(
        [petra, reader].map((user, index) =>
          open(user).set('if-none-match', pages[index].headers.etag),
        ),
      );

      const reasons = pages.map(({ text }) => text.includes('assumed'));
      expect(reasons).toEqual([true, false]);
      expect(again.map(({ status }) => status)).toEqual([304, 304]);
    });
  },
);

interface Page {
  exposures: {
    capabilities: string[];
    connections: { verdicts: string[] }[];
  }[];
}
