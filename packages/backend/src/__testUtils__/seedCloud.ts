import type { Endpoint, EndpointService, Scope, World } from 'sandbox';

const payments = { accountId: '222233334444', region: 'eu-west-1' };
const platform = { accountId: '111122223333', region: 'eu-west-1' };

/** The partner that connects. */
export const GLOBEX = '444455556666';

/** Fills a cloud with `ledger`, for which two endpoints of a partner wait, and `orders` in another account. */
export function seedCloud(world: World): {
  ledger: EndpointService;
  orders: EndpointService;
  waiting: [Endpoint, Endpoint];
} {
  for (const [accountId, assumable] of [
    [payments.accountId, true],
    [platform.accountId, true],
    [GLOBEX, false],
    ['999988887777', false],
  ] as const) {
    const roles = [{ name: 'Postern', assumable }];
    world.accounts.addAccount({ accountId, name: accountId, roles });
  }
  const ledger = exposeService(world, payments, 'ledger');
  const orders = exposeService(world, platform, 'orders');
  const waiting: [Endpoint, Endpoint] = [
    connect(world, ledger),
    connect(world, ledger),
  ];
  return { ledger, orders, waiting };
}

/** Lets the partner ask for a connection. */
export function connect(world: World, service: EndpointService): Endpoint {
  return world.connect({
    consumerAccount: GLOBEX,
    region: service.region,
    serviceName: service.serviceName,
  });
}

function exposeService(
  world: World,
  scope: Scope,
  name: string,
): EndpointService {
  const vpc = world.network.ensureDefaultVpc(scope);
  const subnets = world.network.subnetsOfVpc(scope, vpc.id);
  const loadBalancer = world.createLoadBalancer(scope, {
    name,
    subnetIds: subnets.map(({ id }) => id),
    state: 'active',
  });
  return world.createEndpointService(scope, {
    loadBalancerArns: [loadBalancer.id],
    acceptanceRequired: true,
    allowedPrincipals: [`arn:aws:iam::${GLOBEX}:root`],
    state: 'Available',
    tags: { Name: name, 'backstage-entity-ref': `component:default/${name}` },
  });
}
