import type { SurveyedExposure } from '@postern/backstage-plugin-private-exposure-node';
import { inspectSurveyed } from '../__testUtils__/inspecting';
import {
  makeCertificate,
  makeLoadBalancer,
  managedRule,
} from '../__testUtils__/publish';
import {
  type AccountScope,
  scopesOfAccounts,
  startManyAccounts,
} from '../__testUtils__/startManyAccounts';
import { surveyScope, type Wire } from '../__testUtils__/startWire';

jest.setTimeout(300_000);

const ACCOUNTS = 50;
const LOAD_BALANCERS = 5_000;
const DISTRIBUTIONS = 2_000;
const scopes = scopesOfAccounts(ACCOUNTS);

describe('survey of 5,000 load balancers and 2,000 distributions in 50 accounts', () => {
  let wire: Wire;

  beforeAll(async () => {
    wire = await startManyAccounts(scopes, fill);
  });
  afterAll(() => wire.stop());

  it('costs fourteen calls for each account, and yields each exposure once', async () => {
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
    // Distributions and VPC origins.
    expect(requestLog.total({ service: 'cloudfront' })).toBe(2 * ACCOUNTS);
    // Of CloudFront and of the region, which has none to be asked what is behind it.
    expect(requestLog.total({ service: 'wafv2' })).toBe(2 * ACCOUNTS);
    expect(requestLog.total({ service: 'acm' })).toBe(ACCOUNTS);
    expect(requestLog.total({ service: 'route53' })).toBe(2 * ACCOUNTS);
    expect(requestLog.total({ action: 'GetResources' })).toBe(2 * ACCOUNTS);
    expect(requestLog.total({ action: 'DescribeTags' })).toBe(0);
    expect(wire.calls).toHaveLength(14 * ACCOUNTS);
  });

  it('knows the path of every distribution by what a round reads of each account, however many it has', async () => {
    // Nothing is left of the test before.
    const replica = { provider: wire.startReplica() };
    wire.calls.length = 0;
    const perAccount: { survey: number; first: number; others: number }[] = [];
    const paths = new Set<string>();

    for (const { accountId } of scopes) {
      const scopeId = `aws/${accountId}/global`;
      const start = wire.calls.length;
      const { exposures } = await surveyScope(replica, scopeId);
      const surveyed = wire.calls.length;
      const [first, second, ...others] = exposures;
      paths.add(await pathOf(replica, scopeId, first));
      // The other web ACL.
      paths.add(await pathOf(replica, scopeId, second));
      const inspected = wire.calls.length;
      for (const exposure of others) {
        paths.add(await pathOf(replica, scopeId, exposure));
      }
      perAccount.push({
        survey: surveyed - start,
        first: inspected - surveyed,
        others: wire.calls.length - inspected,
      });
    }

    expect([...paths]).toEqual([
      'dns-name ok, certificate ok, waf ok, cdn ok, vpc-origin ok, load-balancer ok, target-group ok',
    ]);
    // Two listings, and four of what is around distributions, and the hosted zones of all accounts once; for these, what no
    // listing tells of a VPC origin and two web ACLs, and seven for the load balancer behind them.
    expect(perAccount).toEqual(
      perAccount.map((_, index) => ({
        survey: 2 + 4 + (index === 0 ? ACCOUNTS : 0),
        first: 1 + 3 + 7,
        others: 0,
      })),
    );
    const perOperation: Record<string, number> = {};
    for (const { operation } of wire.calls) {
      perOperation[operation] = (perOperation[operation] ?? 0) + 1;
    }
    expect(perOperation).toMatchObject({
      'cloudfront:ListVpcOrigins': ACCOUNTS,
      'cloudfront:GetVpcOrigin': ACCOUNTS,
      'wafv2:ListWebACLs': ACCOUNTS,
      'wafv2:GetWebACL': 2 * ACCOUNTS,
      'acm:ListCertificates': ACCOUNTS,
      'route53:ListHostedZones': ACCOUNTS,
      'route53:ListResourceRecordSets': ACCOUNTS,
    });
    expect(perOperation).not.toHaveProperty(['cloudfront:GetDistribution']);
    expect(perOperation).not.toHaveProperty(['acm:DescribeCertificate']);
    expect(wire.calls).toHaveLength((2 + 9 + 7) * ACCOUNTS);
  });
});

/** The hops of an exposure, and how they are. */
async function pathOf(
  wire: Pick<Wire, 'provider'>,
  scopeId: string,
  exposure: SurveyedExposure,
): Promise<string> {
  const { hops } = await inspectSurveyed(wire, exposure, { scopeId });
  return hops.map(({ type, health }) => `${type} ${health}`).join(', ');
}

/** A hundred load balancers, and forty distributions with all that belongs to them in front of one more. */
function fill(wire: Wire, scope: AccountScope): void {
  const { world } = wire.sandbox;
  const vpc = world.network.ensureDefaultVpc(scope);
  const [subnet] = world.network.subnetsOfVpc(scope, vpc.id);
  const { loadBalancer } = makeLoadBalancer(wire, 'entrance', {
    scope,
    tags: ownedBy('entrance'),
  });
  for (let index = 1; index < LOAD_BALANCERS / ACCOUNTS; index += 1) {
    world.createLoadBalancer(scope, {
      name: `lb-${index}`,
      type: index % 2 === 0 ? 'application' : 'network',
      subnetIds: [subnet.id],
      tags: ownedBy(`lb-${index}`),
      state: 'active',
    });
  }
  publishAll(wire, scope.accountId, loadBalancer.id);
}

function publishAll(wire: Wire, accountId: string, originArn: string): void {
  const { world } = wire.sandbox;
  const global = { accountId, region: 'us-east-1' };
  const vpcOrigin = world.vpcOrigins.create(accountId, {
    config: { name: 'entrance', originArn, protocolPolicy: 'https-only' },
    state: 'Deployed',
  });
  const webAcls = ['first', 'second'].map(name =>
    world.webAcls.create(global, {
      name,
      wafScope: 'CLOUDFRONT',
      rules: [managedRule('none')],
    }),
  );
  const domain = `${accountId}.example`;
  const zone = world.hostedZones.createZone(accountId, { name: domain });
  for (let index = 0; index < DISTRIBUTIONS / ACCOUNTS; index += 1) {
    const name = `d-${index}.${domain}`;
    const { domainName } = world.distributions.create(accountId, {
      config: {
        aliases: [name],
        webAclId: webAcls[index % 2].id,
        viewerCertificate: {
          certificateArn: makeCertificate(wire, name, global),
          minimumProtocolVersion: 'TLSv1.2_2021',
          sslSupportMethod: 'sni-only',
        },
        origins: [
          {
            id: 'entrance',
            domainName: 'entrance.internal',
            target: {
              type: 'vpc',
              vpcOriginId: vpcOrigin.id,
              readTimeoutSeconds: 30,
              keepaliveTimeoutSeconds: 5,
            },
          },
        ],
      },
      tags: ownedBy(`d-${index}`),
      state: 'Deployed',
    });
    const record = { name, type: 'CNAME', ttl: 60, values: [domainName] };
    world.hostedZones.changeRecords(accountId, zone.id, {
      changes: [{ action: 'CREATE', record }],
    });
  }
}

function ownedBy(name: string): Record<string, string> {
  return { 'backstage-entity-ref': `component:default/${name}` };
}
