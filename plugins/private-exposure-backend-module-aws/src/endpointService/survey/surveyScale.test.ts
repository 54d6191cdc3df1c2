import { seedBulk } from 'sandbox';
import {
  PROVIDER,
  PROVIDER_SCOPE,
  startWire,
  surveyScope,
  type Wire,
} from '../../__testUtils__/startWire';

jest.setTimeout(180_000);

const SERVICES = 10_000;

async function startScale(
  options: Parameters<typeof startWire>[0],
): Promise<Wire> {
  const wire = await startWire(options);
  seedBulk(wire.sandbox.world, {
    ...PROVIDER,
    services: SERVICES,
    connectionsPerService: 5,
  });
  return wire;
}

describe('survey of 10,000 endpoint services with 50,000 connections', () => {
  let wire: Wire;

  beforeAll(async () => {
    wire = await startScale({});
  });
  afterAll(() => wire.stop());

  it('costs pages, yields all of them once, and holds one page at a time', async () => {
    const { signal } = new AbortController();
    const exposures = new Set<string>();
    const connections = new Set<string>();
    let largestPage = 0;

    for await (const page of wire.provider.survey(PROVIDER_SCOPE, { signal })) {
      page.exposures.forEach(({ nativeId }) => exposures.add(nativeId));
      page.connections.forEach(({ nativeId }) => connections.add(nativeId));
      largestPage = Math.max(
        largestPage,
        page.exposures.length + page.connections.length,
      );
    }

    expect(exposures.size).toBe(SERVICES);
    expect(connections.size).toBe(50_000);
    expect(largestPage).toBeLessThanOrEqual(1_000);
    const { requestLog } = wire.sandbox;
    expect(requestLog.total({ service: 'ec2' })).toBeLessThanOrEqual(60);
    expect(requestLog.total({ action: 'DescribeLoadBalancers' })).toBe(0);
    expect(requestLog.total({ action: 'DescribeTags' })).toBe(500);
    expect(requestLog.total({ service: 'sts' })).toBeLessThanOrEqual(2);
  });
});

describe('the same survey of all kinds, as without any setting', () => {
  let wire: Wire;

  beforeAll(async () => {
    wire = await startScale({
      aws: {
        accounts: [
          { accountId: PROVIDER.accountId, regions: [PROVIDER.region] },
        ],
      },
    });
  });
  afterAll(() => wire.stop());

  it('lists load balancers once', async () => {
    const { exposures } = await surveyScope(wire);

    expect(exposures).toHaveLength(SERVICES);
    const { requestLog } = wire.sandbox;
    expect(requestLog.total({ service: 'ec2' })).toBe(60);
    // Twenty-five pages, and the API of Classic ones.
    expect(requestLog.total({ action: 'DescribeLoadBalancers' })).toBe(26);
    expect(requestLog.total({ action: 'DescribeTags' })).toBe(500);
    expect(requestLog.total({ action: 'GetResources' })).toBe(0);
  });

  it('takes one more EC2 call where a load balancer stands alone, for whose its subnets are', async () => {
    const { network } = wire.sandbox.world;
    const vpc = network.ensureDefaultVpc(PROVIDER);
    wire.sandbox.world.createLoadBalancer(PROVIDER, {
      name: 'alone',
      subnetIds: network.subnetsOfVpc(PROVIDER, vpc.id).map(({ id }) => id),
      state: 'active',
    });
    wire.sandbox.requestLog.reset();

    const { exposures } = await surveyScope(wire);

    expect(exposures).toHaveLength(SERVICES + 1);
    const { requestLog } = wire.sandbox;
    expect(requestLog.total({ service: 'ec2' })).toBe(61);
    expect(requestLog.total({ action: 'DescribeSubnets' })).toBe(1);
    expect(requestLog.total({ action: 'DescribeLoadBalancers' })).toBe(27);
  });
});
