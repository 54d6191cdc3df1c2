import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import request from 'supertest';
import {
  demoEntities,
  ids,
  LEDGER_SERVICE,
  UNCLAIMED_SERVICE,
} from '../__testUtils__/demoWorld';
import { as, startPlugin } from '../__testUtils__/startPlugin';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });

/** The demo's entities, where payments says that some endpoint services are its own. */
function whenPaymentsNames(...services: string[]): Entity[] {
  return demoEntities.map(entity =>
    entity.metadata.name === 'payments'
      ? {
          ...entity,
          metadata: {
            ...entity.metadata,
            annotations: {
              'private-exposure.io/aws-endpoint-service': services.join(','),
            },
          },
        }
      : entity,
  );
}

// So long may a page go by what the catalog said before.
let passed = 0;
const now = performance.now.bind(performance);
const letHalfAMinutePass = () => {
  passed += 30_000;
};
beforeAll(() => {
  jest.spyOn(performance, 'now').mockImplementation(() => now() + passed);
});
afterAll(() => jest.restoreAllMocks());

describe.each(databases.eachSupportedId())('claims on a page, on %s', id => {
  let world: Awaited<ReturnType<typeof startPlugin>>;
  beforeEach(async () => {
    world = await startPlugin({ knex: await databases.init(id) });
  });
  afterEach(() => world.stop());

  const open = async (name: string) => {
    const path = `/api/private-exposure/v1/entities/component/default/${name}/exposures`;
    const { body } = await request(world.server)
      .get(path)
      .set('authorization', as('user:default/petra'));
    return {
      shown: body.exposures.map((exposure: { id: string }) => exposure.id),
      conflicts: body.conflicts.length,
    };
  };
  const countEvents = async () => (await world.knex('events')).length;

  it('shows what an annotation names since a moment ago, and no longer what it has ceased to name', async () => {
    await expect(open('payments')).resolves.toMatchObject({ shown: [] });
    const calls = world.provider.calls.length;

    world.setEntities(whenPaymentsNames(UNCLAIMED_SERVICE));
    letHalfAMinutePass();
    const named = await open('payments');
    const events = await countEvents();
    const written: string[] = [];
    world.knex.on('query', ({ sql }: { sql: string }) => {
      if (/^(insert|update|delete|lock)\b.*claim/i.test(sql)) written.push(sql);
    });
    const again = await open('payments');
    const writtenAgain = [...written];
    const eventsAfterwards = await countEvents();
    world.setEntities(demoEntities);
    letHalfAMinutePass();
    const ceased = await open('payments');

    expect(named.shown).toEqual([ids.unclaimed]);
    expect(again).toEqual(named);
    expect(eventsAfterwards).toBe(events);
    expect(writtenAgain).toEqual([]);
    expect(written).not.toEqual([]);
    expect(ceased.shown).toEqual([]);
    expect(world.provider.calls).toHaveLength(calls);
  });

  it('shows a conflict at once, and nothing of the resource', async () => {
    world.setEntities(whenPaymentsNames(LEDGER_SERVICE));
    letHalfAMinutePass();

    await expect(open('payments')).resolves.toEqual({
      shown: [],
      conflicts: 1,
    });
    await expect(open('ledger')).resolves.toMatchObject({
      shown: [ids.ledger],
    });
  });
});
