import { Sandbox, startSandbox } from '../startSandbox';
import { Scope, World } from '../world';
import { addRecordedCluster } from './addRecordedCluster';
import { addRecordedDistributions } from './addRecordedDistributions';

const PROVIDER: Scope = { accountId: '222233334444', region: 'eu-west-1' };
const CONSUMER: Scope = { accountId: '444455556666', region: 'eu-west-1' };

/**
 * The sandbox that the recorded clients talk to. Its ids come out alike each time, and the recorded requests name
 * them: whoever changes what is made here, or in which order ids are given out, records again (see `record.ts`).
 *
 * @internal
 */
export async function startRecordedWorld(): Promise<Sandbox> {
  const sandbox = await startSandbox({
    // The key is the provider's own: a session's keys would be others each time.
    credentials: {
      accessKeyId: 'AKIAPOSTERNSANDBOX01',
      secretAccessKey: 'sandbox-only-secret-key',
      accountId: PROVIDER.accountId,
      userName: 'postern',
    },
  });
  const { world, clock, faults } = sandbox;
  clock.freeze(Date.parse('2026-01-15T10:00:00Z'));
  for (const { accountId } of [PROVIDER, CONSUMER]) {
    world.accounts.addAccount({
      accountId,
      name: accountId,
      roles: [{ name: 'Postern' }],
    });
  }
  const subnetIds = addServices(world);
  const [first] = world.endpointServices.services.list(PROVIDER);
  const home = world.network.ensureDefaultVpc(CONSUMER);
  for (const id of ['vpce-0aaaaaaaaaaaaaa01', 'vpce-0aaaaaaaaaaaaaa02']) {
    world.endpoints.createEndpoint(CONSUMER, {
      id,
      serviceName: first.serviceName,
      vpcId: home.id,
    });
  }
  addRecordedDistributions(world, PROVIDER.accountId);
  addRecordedCluster(world, { ...PROVIDER, subnetIds, sharedWith: CONSUMER });
  clock.advance(60_000);
  faults.inject({
    action: 'DescribeRegions',
    effect: { type: 'error', code: 'RequestLimitExceeded', status: 503 },
    times: 1,
  });
  return sandbox;
}

/** Seven endpoint services and their load balancers; returns their subnets. */
function addServices(world: World): string[] {
  const vpc = world.network.createVpc(PROVIDER, {
    id: 'vpc-0aaaaaaaaaaaaaaaa',
    cidrBlock: '10.0.0.0/16',
  });
  const subnets = ['euw1-az1', 'euw1-az2'].map((zone, index) =>
    world.network.createSubnet(PROVIDER, {
      id: `subnet-0aaaaaaaaaaaaaa0${index}`,
      vpcId: vpc.id,
      zone,
      cidrBlock: `10.0.${index}.0/24`,
    }),
  );
  const subnetIds = subnets.map(({ id }) => id);
  const addLoadBalancer = (name: string) =>
    world.createLoadBalancer(PROVIDER, {
      name,
      subnetIds,
      state: 'active',
      tags: { Name: name },
    });
  const group = world.createTargetGroup(PROVIDER, {
    name: 'ledger',
    port: 8443,
    vpcId: vpc.id,
    targetType: 'ip',
  });
  world.createListener(PROVIDER, {
    loadBalancerArn: addLoadBalancer('ledger').id,
    port: 443,
    targetGroupArn: group.id,
  });
  world.registerTargets(PROVIDER, group.id, [{ targetId: '10.0.0.100' }]);
  addLoadBalancer('free');
  for (let index = 0; index < 7; index += 1) {
    world.createEndpointService(PROVIDER, {
      id: `vpce-svc-0aaaaaaaaaaaaaa0${index}`,
      loadBalancerArns: [addLoadBalancer(`service-${index}`).id],
      allowedPrincipals: ['*'],
      privateDnsName: index === 0 ? 'ledger.acme.example' : undefined,
      state: 'Available',
      tags: { Name: `service-${index}` },
    });
  }
  return subnetIds;
}
