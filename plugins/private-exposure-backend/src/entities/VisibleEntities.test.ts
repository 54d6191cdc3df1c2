import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { VisibleEntities } from './VisibleEntities';

const ref = 'component:default/payments';
const payments = (owner: string, entityRef = ref): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: entityRef.split('/')[1], namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
});

/** A catalog that shows an entity to some users, and counts how often it is asked. */
function createWorld() {
  const world = {
    owner: 'team-a',
    seenBy: ['mira'],
    asked: 0,
    now: 0,
    isDown: false,
    later: [] as (() => void)[],
    /** Does what was put off, and waits until it is done. */
    wait: async () => {
      for (const work of world.later.splice(0)) work();
      await new Promise(resolve => setImmediate(resolve));
      await new Promise(resolve => setImmediate(resolve));
    },
  };
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: async (
      { entityRefs },
      { credentials }: { credentials: BackstageCredentials },
    ) => {
      world.asked += 1;
      if (world.isDown) throw new Error('The catalog is down');
      const { principal } = credentials;
      const isSeen = world.seenBy.some(name =>
        JSON.stringify(principal).includes(`user:default/${name}"`),
      );
      return {
        items: entityRefs.map(asked =>
          isSeen ? payments(world.owner, asked) : undefined,
        ),
      };
    },
  });
  const visible = VisibleEntities.create({
    catalog,
    logger: mockServices.logger.mock(),
    clock: () => world.now,
    later: work => world.later.push(work),
  });
  const mira = mockCredentials.user('user:default/mira');
  const jonas = mockCredentials.user('user:default/jonas');
  return { world, visible, mira, jonas };
}

describe('VisibleEntities', () => {
  it('asks once for one viewer within seconds', async () => {
    const { world, visible, mira } = createWorld();

    const first = await visible.get(ref, mira);
    world.now += 2_000;
    const second = await visible.get(ref, mira);

    expect(second).toBe(first);
    expect(world.asked).toBe(1);
  });

  it('keeps what is viewed again, and forgets what was not for ten minutes', async () => {
    const { world, visible, mira } = createWorld();
    const other = 'component:default/ledger';
    const first = await visible.get(ref, mira);
    const otherFirst = await visible.get(other, mira);

    world.now += 9 * 60_000;
    const again = await visible.get(ref, mira);
    world.now += 2 * 60_000;
    await visible.get(ref, mira);

    expect(again).toBe(first);
    const otherAgain = await visible.get(other, mira);
    expect(otherAgain).toEqual(otherFirst);
    expect(otherAgain).not.toBe(otherFirst);
  });

  it('forgets who viewed nothing for ten minutes, once another comes', async () => {
    const { world, visible, mira, jonas } = createWorld();
    const first = await visible.get(ref, mira);

    world.now += 11 * 60_000;
    await visible.get(ref, jonas);

    await expect(visible.get(ref, mira)).resolves.not.toBe(first);
  });

  it('shows nobody what another sees', async () => {
    const { visible, mira, jonas } = createWorld();

    await expect(visible.get(ref, mira)).resolves.toBeDefined();
    await expect(visible.get(ref, jonas)).resolves.toBeUndefined();
    const service = mockCredentials.service('plugin:other');
    await expect(visible.get(ref, service)).resolves.toBeUndefined();
  });

  it('never shows what was taken away half a minute ago', async () => {
    const { world, visible, mira } = createWorld();
    await visible.get(ref, mira);

    world.seenBy = [];
    world.now += 30_000;

    await expect(visible.get(ref, mira)).resolves.toBeUndefined();
  });

  it('does not remember that something was not visible', async () => {
    const { world, visible, jonas } = createWorld();
    await visible.get(ref, jonas);

    world.seenBy.push('jonas');

    await expect(visible.get(ref, jonas)).resolves.toBeDefined();
  });

  it('asks anew beside the answer after fifteen seconds', async () => {
    const { world, visible, mira } = createWorld();
    await visible.get(ref, mira);
    world.owner = 'team-b';
    world.now += 15_000;

    const meanwhile = await visible.get(ref, mira);
    await world.wait();
    const afterwards = await visible.get(ref, mira);

    expect(meanwhile).toEqual(payments('team-a'));
    expect(afterwards).toEqual(payments('team-b'));
    expect(world.asked).toBe(2);
  });

  it('asks anew for many entities, twenty in one request', async () => {
    const { world, visible, mira } = createWorld();
    const refs = Array.from({ length: 50 }, (_, n) => `${ref}-${n}`);
    const viewAll = async () => {
      for (const each of refs) await visible.get(each, mira);
    };
    await viewAll();
    world.asked = 0;
    world.now += 15_000;

    await viewAll();
    await viewAll();
    await world.wait();

    expect(world.asked).toBe(3);
  });

  it('asks again beside the next answer if it could not ask anew', async () => {
    const { world, visible, mira } = createWorld();
    await visible.get(ref, mira);
    world.now += 15_000;
    world.isDown = true;
    await visible.get(ref, mira);
    await world.wait();
    world.isDown = false;
    world.owner = 'team-b';

    await expect(visible.get(ref, mira)).resolves.toEqual(payments('team-a'));
    await world.wait();

    await expect(visible.get(ref, mira)).resolves.toEqual(payments('team-b'));
  });
});
