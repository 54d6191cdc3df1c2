import { Deployments } from '../apply/Deployments';
import { GitHost } from '../git/GitHost';
import { World } from '../world';
import { createDemoRepositories } from './demoRepositories';
import { seedAccounts } from './seedAccounts';
import { seedConnections } from './seedConnections';
import { seedTroubles } from './seedTroubles';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/**
 * What {@link seedDemo} fills.
 * @internal
 */
export interface SeedOptions {
  world: World;
  host: GitHost;
  deployments: Deployments;
}

/**
 * Fills an empty world with the demo: accounts, networks, repositories, and what their pipelines made of
 * them in the past days. Time runs through those days and is then where it was before.
 * @internal
 */
export async function seedDemo(options: SeedOptions): Promise<void> {
  const { world, host, deployments } = options;
  const { clock } = world;
  const present = clock.now();
  const wasFrozen = clock.isFrozen;

  clock.freeze(present - 6 * DAY);
  try {
    seedAccounts(world);
    for (const repository of createDemoRepositories()) {
      await host.createRepository({ owner: 'acme', ...repository });
      await deployments.settled();
      clock.advance(HOUR);
    }
    seedConnections(world, { startsAt: present - 5 * DAY });
    seedTroubles(world);
    clock.advance(present - clock.now());
  } finally {
    if (wasFrozen) {
      clock.freeze(present);
    } else {
      clock.reset();
    }
  }
}
