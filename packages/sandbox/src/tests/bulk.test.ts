import {
  paginateDescribeVpcEndpointConnections,
  paginateDescribeVpcEndpointServiceConfigurations,
} from '@aws-sdk/client-ec2';
import { ec2Client } from '../__testUtils__/awsClients';
import { PROVIDER, startTestSandbox } from '../__testUtils__/startTestSandbox';
import { seedBulk } from '../control';
import { Sandbox } from '../startSandbox';

/**
 * Processor time, so that other work on the machine does not count. Measured:
 * about 6 s, client included. A listing that copied or looked at everything for
 * each record would need minutes.
 */
const LISTING_LIMIT_SECONDS = 30;

describe('ten thousand services with fifty thousand connections', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    seedBulk(sandbox.world, {
      ...PROVIDER,
      services: 10_000,
      connectionsPerService: 5,
      tags: { 'backstage-entity-ref': 'component:default/seed-{n}' },
    });
  }, 60_000);
  afterAll(() => sandbox.stop());

  it('are listed once each, in sixty calls, without delay', async () => {
    const client = ec2Client(sandbox, { accountId: PROVIDER.accountId });
    const paging = { client, pageSize: 1000 };
    const started = process.cpuUsage();
    const services = new Set<string | undefined>();
    const connections = new Set<string | undefined>();

    for await (const page of paginateDescribeVpcEndpointServiceConfigurations(
      paging,
      {},
    )) {
      page.ServiceConfigurations?.forEach(one => services.add(one.ServiceId));
    }
    for await (const page of paginateDescribeVpcEndpointConnections(
      paging,
      {},
    )) {
      page.VpcEndpointConnections?.forEach(one =>
        connections.add(one.VpcEndpointId),
      );
    }

    expect(services.size).toBe(10_000);
    expect(connections.size).toBe(50_000);
    expect(sandbox.requestLog.total({ service: 'ec2' })).toBe(60);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(LISTING_LIMIT_SECONDS);
  }, 180_000);
});
