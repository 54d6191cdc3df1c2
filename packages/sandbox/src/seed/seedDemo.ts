import { Deployments } from '../apply/Deployments';
import { GitHost } from '../git/GitHost';
import { AzureWorld } from '../azureWorld';
import { World } from '../world';
import { createDemoAzureRepositories } from './demoAzureRepositories';
import { createDemoPublishedRepositories } from './demoPublishedRepositories';
import { createDemoRepositories } from './demoRepositories';
import { seedAccounts } from './seedAccounts';
import {
  seedAzureHistory,
  seedAzureRequests,
  seedSubscriptions,
} from './seedAzure';
import { seedConnections } from './seedConnections';
import { seedPublishing } from './seedPublishing';
import { seedTroubles } from './seedTroubles';
import { seedUnclaimed } from './seedUnclaimed';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/**
 * What {@link seedDemo} fills.
 * @internal
 */
export interface SeedOptions {
  world: World;
  azure: AzureWorld;
  host: GitHost;
  deployments: Deployments;
}

/**
 * Fills an empty world with the demo: accounts, networks, repositories, and what their pipelines made of
 * them in the past days. Time runs through those days and is then where it was before.
 * @internal
 */
export async function seedDemo(options: SeedOptions): Promise<void> {
  const { world, azure, host, deployments } = options;
  const { clock } = world;
  const present = clock.now();
  const wasFrozen = clock.isFrozen;

  clock.freeze(present - 300 * DAY);
  try {
    seedAccounts(world);
    seedUnclaimed(world);
    clock.advance(present - 6 * DAY - clock.now());
    seedPublishing(world);
    seedSubscriptions(azure);
    const repositories = [
      ...createDemoRepositories(),
      ...createDemoAzureRepositories(),
      ...createDemoPublishedRepositories(),
    ];
    for (const repository of repositories) {
      await host.createRepository({ owner: 'acme', ...repository });
      await deployments.settled();
      clock.advance(HOUR);
    }
    seedAzureHistory(azure);
    seedConnections(world, { startsAt: present - 5 * DAY });
    seedAzureRequests(azure);
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
