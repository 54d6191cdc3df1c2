import {
  Endpoint,
  EndpointService,
  LoadBalancer,
  Target,
  TargetGroup,
  World,
} from '../world';

/**
 * A target as the console shows it.
 * @internal
 */
export interface TargetView {
  group: TargetGroup;
  target: Target;
}

/**
 * An endpoint service, wherever it is.
 * @internal
 */
export function findService(
  world: World,
  id: string,
): EndpointService | undefined {
  return world.endpointServices.services.get(id);
}

/**
 * What people call a service: its Name tag, else its id.
 * @internal
 */
export function nameOf(service: EndpointService): string {
  return service.tags.Name ?? service.id;
}

/**
 * The load balancers that a service names; undefined for one that is gone.
 * @internal
 */
export function loadBalancersOf(
  world: World,
  service: EndpointService,
): { arn: string; loadBalancer?: LoadBalancer }[] {
  return service.loadBalancerArns.map(arn => ({
    arn,
    loadBalancer: world.loadBalancing.loadBalancers.get(arn),
  }));
}

/**
 * The targets behind a service.
 * @internal
 */
export function targetsOf(
  world: World,
  service: EndpointService,
): TargetView[] {
  const arns = service.loadBalancerArns.flatMap(arn =>
    world.listeners.targetGroupsOf(arn),
  );
  return [...new Set(arns)].flatMap(arn => {
    const group = world.targetGroups.targetGroups.get(arn);
    return group
      ? [...group.targets.values()].map(target => ({ group, target }))
      : [];
  });
}

/**
 * The state of health that a target shows.
 * @internal
 */
export function healthOf({ target }: TargetView): string {
  return (target.pinnedHealth ?? target.health).state;
}

/**
 * How many of a service's connections are in a state.
 * @internal
 */
export function countInState(
  endpoints: Endpoint[],
  state: Endpoint['state'],
): number {
  return endpoints.filter(endpoint => endpoint.state === state).length;
}
