import { Scope, World } from '../world';
import { demoAccounts, DemoNetwork, demoNetworks } from './demoIds';

const ROLES = ['Postern', 'PosternReader', 'PosternApprover'];

const EU = 'eu-west-1';
const US = 'us-east-1';

/**
 * Where the networks of the demo world are.
 * @internal
 */
export const demoScopes = {
  platform: { accountId: demoAccounts.platform, region: EU },
  payments: { accountId: demoAccounts.payments, region: EU },
  paymentsUs: { accountId: demoAccounts.payments, region: US },
  analytics: { accountId: demoAccounts.analytics, region: EU },
  globex: { accountId: demoAccounts.globex, region: EU },
  globexUs: { accountId: demoAccounts.globex, region: US },
  legacy: { accountId: demoAccounts.legacy, region: EU },
  network: { accountId: demoAccounts.network, region: EU },
  delivery: { accountId: demoAccounts.delivery, region: EU },
} as const satisfies Record<keyof typeof demoNetworks, Scope>;

/**
 * Adds the accounts of the demo world, their roles and their networks.
 * @internal
 */
export function seedAccounts(world: World): void {
  for (const [name, accountId] of Object.entries(demoAccounts)) {
    world.accounts.addAccount({
      accountId,
      name: name === 'globex' ? name : `acme-${name}`,
      roles: ROLES.map(role => ({
        name: role,
        // Globex is someone else's, and nobody has a way into the legacy account.
        assumable: name !== 'legacy' && name !== 'globex',
      })),
    });
  }
  const networks = Object.entries(demoNetworks);
  networks.forEach(([name, network], index) => {
    const scope = demoScopes[name as keyof typeof demoScopes];
    seedNetwork(world, scope, { name, network, secondOctet: 20 + index });
  });
}

function seedNetwork(
  world: World,
  scope: Scope,
  options: { name: string; network: DemoNetwork; secondOctet: number },
) {
  const { name, network, secondOctet } = options;
  world.network.createVpc(scope, {
    id: network.vpcId,
    cidrBlock: `10.${secondOctet}.0.0/16`,
    enableDnsSupport: true,
    enableDnsHostnames: true,
    tags: { Name: name },
  });
  network.subnets.forEach(({ id, zoneId }, index) =>
    world.network.createSubnet(scope, {
      id,
      vpcId: network.vpcId,
      zone: zoneId,
      cidrBlock: `10.${secondOctet}.${index}.0/24`,
      tags: {
        Name: `${name}-private-${zoneId}`,
        'kubernetes.io/role/internal-elb': '1',
      },
    }),
  );
}
