import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AzureWorld } from '../../azureWorld';
import { SandboxClock } from '../../clock';
import { GitHost } from '../../git/GitHost';
import { World } from '../../world';
import { Deployments } from '../Deployments';
import { Sandbox } from '../../startSandbox';
import { AzureTarget, DeploymentTarget, ExternalDnsSettings } from '../types';

/** Where the test repository goes. */
export const TEST_SCOPE = { accountId: '111122223333', region: 'eu-west-1' };

/** A world, a Git host with `acme/payments` and `acme/refunds` for one cluster, and the deployments between them; the clock stands still. */
export async function startTestDeployments(
  options: {
    variables?: Record<string, string>;
    /** Makes the cluster one of Azure's. */
    azure?: (azure: AzureWorld) => AzureTarget;
    externalDns?: ExternalDnsSettings;
    stacks?: DeploymentTarget['stacks'];
    /** A running sandbox to deploy to; default worlds of their own. */
    sandbox?: Pick<Sandbox, 'clock' | 'world' | 'azure'>;
  } = {},
) {
  const clock = options.sandbox?.clock ?? new SandboxClock();
  clock.freeze(Date.parse('2026-01-05T09:00:00Z'));
  const world = options.sandbox?.world ?? new World({ clock });
  const azure = options.sandbox?.azure ?? new AzureWorld({ clock });
  world.accounts.addAccount({ accountId: TEST_SCOPE.accountId, name: 'acme' });
  const target: DeploymentTarget = {
    ...TEST_SCOPE,
    cluster: 'platform-eu',
    ...createNetwork(world),
    namespace: 'default',
    variables: options.variables,
    externalDns: options.externalDns,
    stacks: options.stacks,
    azure: options.azure?.(azure),
  };
  const directory = await mkdtemp(join(tmpdir(), 'sandbox-apply-'));
  const host = await createHost(directory, clock);
  const deployments = Deployments.create({
    world,
    azure,
    host,
    targets: new Map([
      ['acme/payments', target],
      ['acme/refunds', { ...target, namespace: 'refunds' }],
    ]),
  });
  return {
    clock,
    world,
    azure,
    deployments,
    /** Commits files to main, lets them be applied, and answers the steps. */
    async commit(
      files: Record<string, string | null>,
      repository: 'acme/payments' | 'acme/refunds' = 'acme/payments',
    ) {
      const commit = await host.commitFiles(repository, {
        files,
        message: 'Change',
        author: { name: 'mira', email: 'mira@acme.example' },
      });
      await deployments.settled();
      return () => deployments.stepsOf(repository, commit) ?? [];
    },
    async stop() {
      deployments.stop();
      clock.clear();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function createNetwork(world: World) {
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
  return { vpcId: vpc.id, subnetIds: subnets.map(({ id }) => id) };
}

async function createHost(
  directory: string,
  clock: SandboxClock,
): Promise<GitHost> {
  const host = GitHost.create({
    directory,
    tokens: {},
    now: () => new Date(clock.now()),
  });
  for (const name of ['payments', 'refunds']) {
    await host.createRepository({
      owner: 'acme',
      name,
      files: { 'README.md': '' },
    });
  }
  return host;
}
