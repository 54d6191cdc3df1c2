import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { VisibleEntities } from './VisibleEntities';

const ref = 'component:default/payments';
const payments = (owner: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments', namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
});

/** A catalog that shows an entity to some users, and counts how often it is asked. */
function createWorld() {
  const world = {
    entity: payments('team-a'),
    seenBy: ['mira'],
    asked: 0,
    now: 0,
  };
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: async (
      { entityRefs },
      { credentials }: { credentials: BackstageCredentials },
    ) => {
      world.asked += 1;
      const { principal } = credentials;
      const isSeen = world.seenBy.some(name =>
        JSON.stringify(principal).includes(`user:default/${name}"`),
      );
      return {
        items: entityRefs.map(() => (isSeen ? world.entity : undefined)),
      };
    },
  });
  const visible = VisibleEntities.create({
    catalog,
    logger: mockServices.logger.mock(),
    clock: () => world.now,
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

  it('shows nobody what another sees', async () => {
    const { visible, mira, jonas } = createWorld();

    await expect(visible.get(ref, mira)).resolves.toBeDefined();
    await expect(visible.get(ref, jonas)).resolves.toBeUndefined();
    const service = mockCredentials.service('plugin:other');
    await expect(visible.get(ref, service)).resolves.toBeUndefined();
  });

  it('never shows what was taken away ten seconds ago', async () => {
    const { world, visible, mira } = createWorld();
    await visible.get(ref, mira);

    world.seenBy = [];
    world.now += 10_000;

    await expect(visible.get(ref, mira)).resolves.toBeUndefined();
  });

  it('does not remember that something was not visible', async () => {
    const { world, visible, jonas } = createWorld();
    await visible.get(ref, jonas);

    world.seenBy.push('jonas');

    await expect(visible.get(ref, jonas)).resolves.toBeDefined();
  });

  it('asks anew beside the answer after three seconds', async () => {
    const { world, visible, mira } = createWorld();
    await visible.get(ref, mira);
    world.entity = payments('team-b');
    world.now += 3_000;

    const meanwhile = await visible.get(ref, mira);
    await new Promise(resolve => setImmediate(resolve));
    const afterwards = await visible.get(ref, mira);

    expect(meanwhile).toEqual(payments('team-a'));
    expect(afterwards).toEqual(payments('team-b'));
    expect(world.asked).toBe(2);
  });
});
