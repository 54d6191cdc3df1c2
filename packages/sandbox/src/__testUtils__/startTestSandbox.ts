import { Sandbox, startSandbox } from '../startSandbox';
import { EndpointService, LoadBalancer, Scope, WorldTimings } from '../world';

/** The provider's account in tests. */
export const PROVIDER: Scope = {
  accountId: '222233334444',
  region: 'eu-west-1',
};

/** A consumer's account in tests. */
export const CONSUMER: Scope = {
  accountId: '444455556666',
  region: 'eu-west-1',
};

/** A sandbox with a frozen clock and the two accounts. */
export async function startTestSandbox(
  timings: Partial<WorldTimings> = {},
): Promise<Sandbox> {
  const sandbox = await startSandbox({ timings });
  sandbox.clock.freeze(Date.now());
  const { accounts } = sandbox.world;
  for (const [{ accountId }, name] of [
    [PROVIDER, 'acme-payments'],
    [CONSUMER, 'globex'],
  ] as const) {
    accounts.addAccount({ accountId, name, roles: [{ name: 'Postern' }] });
  }
  return sandbox;
}

/** A network load balancer that is active, in the default VPC. */
export function addLoadBalancer(
  sandbox: Sandbox,
  name: string,
  scope: Scope = PROVIDER,
): LoadBalancer {
  const { world } = sandbox;
  const vpc = world.network.ensureDefaultVpc(scope);
  return world.createLoadBalancer(scope, {
    name,
    subnetIds: world.network.subnetsOfVpc(scope, vpc.id).map(({ id }) => id),
    state: 'active',
  });
}

/** An endpoint service that is available and lets the consumer ask. */
export function addEndpointService(
  sandbox: Sandbox,
  name: string,
  options: {
    acceptanceRequired?: boolean;
    privateDnsName?: string;
    allowedPrincipals?: string[];
  } = {},
): EndpointService {
  const loadBalancer = addLoadBalancer(sandbox, name);
  return sandbox.world.createEndpointService(PROVIDER, {
    loadBalancerArns: [loadBalancer.id],
    allowedPrincipals: [`arn:aws:iam::${CONSUMER.accountId}:root`],
    state: 'Available',
    tags: { Name: name },
    ...options,
  });
}
