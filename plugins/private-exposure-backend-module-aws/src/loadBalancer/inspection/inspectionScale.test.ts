import { LISTING_KEPT_MS } from '../../clients/ScopeMemory';
import { inspectSurveyed } from '../../__testUtils__/inspecting';
import {
  makeCertificate,
  makeLoadBalancer,
  managedRule,
} from '../../__testUtils__/publish';
import {
  type AccountScope,
  scopesOfAccounts,
  startManyAccounts,
} from '../../__testUtils__/startManyAccounts';
import { surveyScope, type Wire } from '../../__testUtils__/startWire';

jest.setTimeout(300_000);

// Accounts share nothing, so two tell what fifty cost: 5,000 load balancers are fifty times as many as in one.
const ACCOUNTS = 2;
const LOAD_BALANCERS = 100;
const scopes = scopesOfAccounts(ACCOUNTS);

/** Once for an account in the time that a listing is kept, however many load balancers it has. */
const SHARED_CALLS: Record<string, number> = {
  // For the survey: of endpoint services nothing, of load balancers a page of each API.
  'ec2:DescribeVpcEndpointServiceConfigurations': 1,
  'ec2:DescribeVpcEndpointConnections': 1,
  'tag:GetResources': 1,
  // Two for the survey; then the first is asked for alone, the others are looked up in a page.
  'elasticloadbalancing:DescribeLoadBalancers': 2 + 2,
  'elasticloadbalancing:DescribeTargetGroups': 2,
  'ec2:DescribeSecurityGroups': 2,
  // One of the survey, which is not of one network alone.
  'ec2:DescribeSubnets': 1 + 1,
  // Those that follow, survey and inspections share.
  'acm:ListCertificates': 1,
  'iam:ListRoles': 1,
  'ram:GetResourceShareAssociations': 1,
  'wafv2:ListWebACLs': 1,
  'wafv2:ListResourcesForWebACL': 1,
  'wafv2:GetWebACL': 1,
};

/** For which Elastic Load Balancing takes one load balancer, listener or target group at a time. */
const SINGLE_CALLS: Record<string, number> = {
  'elasticloadbalancing:DescribeListeners': LOAD_BALANCERS,
  'elasticloadbalancing:DescribeTargetHealth': LOAD_BALANCERS,
  // Every second one is an application load balancer, with a listener for HTTPS; the others forward connections.
  'elasticloadbalancing:DescribeRules': LOAD_BALANCERS / 2,
  'elasticloadbalancing:DescribeListenerCertificates': LOAD_BALANCERS / 2,
  'elasticloadbalancing:DescribeLoadBalancerAttributes': LOAD_BALANCERS / 2,
};

describe('a survey and inspections of all load balancers of an account', () => {
  let wire: Wire;

  beforeAll(async () => {
    wire = await startManyAccounts(scopes, fill, { distributions: false });
  });
  afterAll(() => wire.stop());

  it.each(scopes)(
    'ask for each what cannot be asked for many at once, and nothing else: $accountId',
    async ({ accountId, region }) => {
      const scopeId = `aws/${accountId}/${region}`;
      wire.calls.length = 0;
      const began = performance.now();
      const { exposures, error } = await surveyScope(wire, scopeId);
      expect(error).toBeUndefined();
      const paths: Record<string, number> = {};

      for (const exposure of exposures) {
        const { hops } = await inspectSurveyed(wire, exposure, { scopeId });
        const path = hops.map(({ type, health }) => `${type} ${health}`).join();
        paths[path] = (paths[path] ?? 0) + 1;
      }

      expect(paths).toEqual({
        'certificate ok,waf ok,load-balancer ok,target-group ok':
          LOAD_BALANCERS / 2,
        'load-balancer ok,target-group ok': LOAD_BALANCERS / 2,
      });
      // Once, unless the machine is so busy that a listing grows too old meanwhile.
      const rounds =
        1 + Math.floor((performance.now() - began) / LISTING_KEPT_MS);
      const calls: Record<string, number> = {};
      for (const { operation } of wire.calls) {
        calls[operation] = (calls[operation] ?? 0) + 1;
      }
      const tooMany = Object.entries(calls).filter(
        ([operation, count]) =>
          count >
          (SINGLE_CALLS[operation] ?? (SHARED_CALLS[operation] ?? 0) * rounds),
      );
      expect(tooMany).toEqual([]);
    },
  );
});

/** Load balancers that a controller made, each with its own security group, listener, target group and target. */
function fill(wire: Wire, scope: AccountScope): void {
  const { world } = wire.sandbox;
  const certificateArn = makeCertificate(wire, 'entrance.example', scope);
  const acl = world.webAcls.create(scope, {
    name: 'entrance',
    wafScope: 'REGIONAL',
    rules: [managedRule('none')],
  });
  for (let index = 0; index < LOAD_BALANCERS; index += 1) {
    const isApplication = index % 2 === 0;
    const { loadBalancer } = makeLoadBalancer(wire, `lb-${index}`, {
      scope,
      type: isApplication ? 'application' : 'network',
      tags: { 'elbv2.k8s.aws/cluster': 'platform-eu' },
      certificateArn: isApplication ? certificateArn : undefined,
    });
    if (isApplication) {
      world.webAcls.associate(scope, acl.id, loadBalancer.id);
    }
  }
}
