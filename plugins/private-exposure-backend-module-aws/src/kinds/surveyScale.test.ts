import { PROVIDER, startWire, type Wire } from '../__testUtils__/startWire';

jest.setTimeout(300_000);

const ACCOUNTS = 50;
const LOAD_BALANCERS = 5_000;
const DISTRIBUTIONS = 2_000;
const accountIds = Array.from({ length: ACCOUNTS }, (_, index) =>
  String(222_200_000_000 + index),
);

describe('survey of 5,000 load balancers and 2,000 distributions in 50 accounts', () => {
  let wire: Wire;

  beforeAll(async () => {
    wire = await startWire({
      aws: {
        accounts: accountIds.map(accountId => ({
          accountId,
          regions: [PROVIDER.region],
        })),
      },
    });
    accountIds.forEach(accountId => fill(wire, accountId));
  });
  afterAll(() => wire.stop());

  it('costs eight calls for each account, and yields each exposure once', async () => {
    const { signal } = new AbortController();
    const { requestLog } = wire.sandbox;
    const seen = new Set<string>();
    let withOwner = 0;

    for (const { id } of await wire.provider.listScopes()) {
      for await (const page of wire.provider.survey(id, { signal })) {
        for (const { nativeId, evidence } of page.exposures) {
          seen.add(nativeId);
          if ('backstage-entity-ref' in evidence.tags) withOwner += 1;
        }
      }
    }

    expect(seen.size).toBe(LOAD_BALANCERS + DISTRIBUTIONS);
    expect(withOwner).toBe(LOAD_BALANCERS + DISTRIBUTIONS);
    expect(requestLog.total({ service: 'cloudfront' })).toBe(ACCOUNTS);
    expect(requestLog.total({ action: 'GetResources' })).toBe(2 * ACCOUNTS);
    expect(requestLog.total({ action: 'DescribeTags' })).toBe(0);
    expect(wire.calls).toHaveLength(8 * ACCOUNTS);
  });
});

function fill({ sandbox }: Wire, accountId: string): void {
  const { world } = sandbox;
  const scope = { accountId, region: PROVIDER.region };
  world.accounts.addAccount({
    accountId,
    name: accountId,
    roles: [{ name: 'Postern' }],
  });
  const vpc = world.network.ensureDefaultVpc(scope);
  const [subnet] = world.network.subnetsOfVpc(scope, vpc.id);
  for (let index = 0; index < LOAD_BALANCERS / ACCOUNTS; index += 1) {
    world.createLoadBalancer(scope, {
      name: `lb-${index}`,
      type: index % 2 === 0 ? 'application' : 'network',
      subnetIds: [subnet.id],
      tags: { 'backstage-entity-ref': `component:default/lb-${index}` },
      state: 'active',
    });
  }
  for (let index = 0; index < DISTRIBUTIONS / ACCOUNTS; index += 1) {
    world.distributions.create(accountId, {
      config: { origins: [{ id: 'origin', domainName: 'origin.example' }] },
      tags: { 'backstage-entity-ref': `component:default/d-${index}` },
      state: 'Deployed',
    });
  }
}
