import { World } from '../world';
import { demoNetworks, demoServiceIds } from './demoIds';
import { demoScopes } from './seedAccounts';

/**
 * Breaks what is broken in the demo world: the targets of search, and the load balancer of reports; and
 * adds an endpoint service that somebody made by hand.
 * @internal
 */
export function seedTroubles(world: World): void {
  const scope = demoScopes.platform;
  const search = world.endpointServices.getEndpointService(
    scope,
    demoServiceIds.search,
  );
  for (const arn of world.listeners.targetGroupsOf(
    search.loadBalancerArns[0],
  )) {
    world.setTargetHealth(arn, {
      state: 'unhealthy',
      reason: 'Target.FailedHealthChecks',
      description: 'Health checks failed',
    });
  }

  const reports = world.endpointServices.getEndpointService(
    scope,
    demoServiceIds.reports,
  );
  world.loadBalancing.deleteLoadBalancer(scope, reports.loadBalancerArns[0], {
    force: true,
  });

  const { subnets } = demoNetworks.platform;
  const loadBalancer = world.createLoadBalancer(scope, {
    name: 'proof-of-concept',
    subnetIds: [subnets[0].id],
    tags: { Name: 'proof-of-concept' },
  });
  world.createEndpointService(scope, {
    id: demoServiceIds.unclaimed,
    loadBalancerArns: [loadBalancer.id],
    acceptanceRequired: false,
    tags: { Name: 'proof-of-concept' },
  });
}
