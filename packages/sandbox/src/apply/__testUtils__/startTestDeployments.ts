import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AzureWorld } from '../../azureWorld';
import { SandboxClock } from '../../clock';
import { GitHost } from '../../git/GitHost';
import { World } from '../../world';
import { Deployments } from '../Deployments';
import { AzureTarget, DeploymentTarget } from '../types';

/** Where the test repository goes. */
export const TEST_SCOPE = { accountId: '111122223333', region: 'eu-west-1' };

/** A world, a Git host with `acme/payments`, and the deployments between them; the clock stands still. */
export async function startTestDeployments(
  options: {
    variables?: Record<string, string>;
    /** Makes the cluster one of Azure's. */
    azure?: (azure: AzureWorld) => AzureTarget;
  } = {},
) {
  const clock = new SandboxClock();
  clock.freeze(Date.parse('2026-01-05T09:00:00Z'));
  const world = new World({ clock });
  const azure = new AzureWorld({ clock });
  world.accounts.addAccount({ accountId: TEST_SCOPE.accountId, name: 'acme' });
  const vpc = world.network.createVpc(TEST_SCOPE, {
    id: 'vpc-0aaaaaaaaaaaaaaaa',
  });
  const subnets = ['a', 'b', 'c'].map(zone =>
    world.network.createSubnet(TEST_SCOPE, {
      vpcId: vpc.id,
      zone: `eu-west-1${zone}`,
      id: `subnet-0aaaaaaaaaaaaaaa${zone}`,
    }),
  );
  const target: DeploymentTarget = {
    ...TEST_SCOPE,
    cluster: 'platform-eu',
    vpcId: vpc.id,
    subnetIds: subnets.map(subnet => subnet.id),
    namespace: 'default',
    variables: options.variables,
    azure: options.azure?.(azure),
  };
  const directory = await mkdtemp(join(tmpdir(), 'sandbox-apply-'));
  const host = GitHost.create({
    directory,
    tokens: {},
    now: () => new Date(clock.now()),
  });
  await host.createRepository({
    owner: 'acme',
    name: 'payments',
    files: { 'README.md': '' },
  });
  const deployments = Deployments.create({
    world,
    azure,
    host,
    targets: new Map([['acme/payments', target]]),
  });
  return {
    clock,
    world,
    azure,
    deployments,
    /** Commits files to main, lets them be applied, and answers the steps. */
    async commit(files: Record<string, string | null>) {
      const commit = await host.commitFiles('acme/payments', {
        files,
        message: 'Change',
        author: { name: 'mira', email: 'mira@acme.example' },
      });
      await deployments.settled();
      return () => deployments.stepsOf('acme/payments', commit) ?? [];
    },
    async stop() {
      deployments.stop();
      clock.clear();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
