import { networkClient } from '../../__testUtils__/azureClients';
import {
  AZURE_PROVIDER,
  startAzureSandbox,
} from '../../__testUtils__/startAzureSandbox';
import { seedAzureBulk } from '../../control';
import { Sandbox } from '../../startSandbox';

/**
 * Processor time, so that other work on the machine does not count. A seed or
 * listing that looked at everything for each record would need minutes.
 */
const SEEDING_LIMIT_SECONDS = 15;
const LISTING_LIMIT_SECONDS = 30;

function secondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}

describe('ten thousand private link services with fifty thousand connections', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startAzureSandbox();
  });
  afterAll(() => sandbox.stop());

  it('are there within seconds, and listed once each in a hundred calls within the limits', async () => {
    const seeding = process.cpuUsage();
    seedAzureBulk(sandbox.azure, {
      subscriptionId: AZURE_PROVIDER.subscriptionId,
      services: 10_000,
      connectionsPerService: 5,
      tags: { 'backstage-entity-ref': 'component:default/seed-{n}' },
    });
    expect(secondsSince(seeding)).toBeLessThan(SEEDING_LIMIT_SECONDS);

    const services = new Set<string | undefined>();
    const connections = new Map<string | undefined, string | undefined>();
    const listing = process.cpuUsage();
    const { privateLinkServices } = networkClient(sandbox);
    for await (const service of privateLinkServices.listBySubscription()) {
      services.add(service.id);
      for (const one of service.privateEndpointConnections ?? []) {
        const { status } = one.privateLinkServiceConnectionState ?? {};
        connections.set(one.id, status);
      }
    }

    expect(services.size).toBe(10_000);
    expect(connections.size).toBe(50_000);
    const states = [...connections.values()];
    expect(states.filter(state => state === 'Pending')).toHaveLength(5_000);
    expect(sandbox.requestLog.total({ service: 'Microsoft.Network' })).toBe(
      100,
    );
    expect(secondsSince(listing)).toBeLessThan(LISTING_LIMIT_SECONDS);
  }, 180_000);
});
