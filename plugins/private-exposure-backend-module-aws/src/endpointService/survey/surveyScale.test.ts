import { seedBulk } from 'sandbox';
import {
  PROVIDER,
  PROVIDER_SCOPE,
  startWire,
  type Wire,
} from '../../__testUtils__/startWire';

jest.setTimeout(180_000);

describe('survey of 10,000 endpoint services with 50,000 connections', () => {
  let wire: Wire;

  beforeAll(async () => {
    wire = await startWire();
    seedBulk(wire.sandbox.world, {
      ...PROVIDER,
      services: 10_000,
      connectionsPerService: 5,
    });
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

    expect(exposures.size).toBe(10_000);
    expect(connections.size).toBe(50_000);
    expect(largestPage).toBeLessThanOrEqual(1_000);
    const { requestLog } = wire.sandbox;
    expect(requestLog.total({ service: 'ec2' })).toBeLessThanOrEqual(60);
    expect(
      requestLog.total({ action: 'DescribeLoadBalancers' }),
    ).toBeLessThanOrEqual(26);
    expect(requestLog.total({ action: 'DescribeTags' })).toBe(500);
    expect(requestLog.total({ service: 'sts' })).toBeLessThanOrEqual(2);
  });
});
