import type {
  Noticed,
  SurveyedConnection,
} from '@postern/backstage-plugin-private-exposure-node';
import type {
  AzureInspection,
  Frontend,
  FrontDoorInspection,
  InspectedConsumer,
  InspectedLoadBalancer,
  LoadBalancerDescription,
  ServiceInspection,
} from '../inspection/AzureInspection';
import { seenOr } from '../inspection/look';
import { canonicalId } from '../mapping/resourceIds';

/**
 * A check of private link services; of a Front Door it says nothing.
 *
 * @internal
 */
export function ofService(
  check: (inspection: ServiceInspection) => Noticed[],
): (inspection: AzureInspection) => Noticed[] {
  return inspection => (inspection.type === 'service' ? check(inspection) : []);
}

/** What consumers connect to, whatever it is. @internal */
export interface LinkTargetInspection {
  /** Its ARM id in our spelling. */
  id: string;
  /** Its name. */
  name: string;
  /** Consumers in subscriptions of ours. */
  consumers: InspectedConsumer[];
  /** Its connections, whoever has them. */
  connections: SurveyedConnection[];
}

/**
 * A check of what consumers connect to, private link services and other resources alike; of a Front Door it says nothing.
 *
 * @internal
 */
export function ofLinkTarget(
  check: (inspection: LinkTargetInspection) => Noticed[],
): (inspection: AzureInspection) => Noticed[] {
  return inspection => {
    if (inspection.type === 'front-door') return [];
    const { consumers, connections } = inspection;
    const { id, name } =
      inspection.type === 'service'
        ? inspection.path.service
        : inspection.resource;
    return check({ id: canonicalId(id), name, consumers, connections });
  };
}

/**
 * A check of Front Doors; of a private link service it says nothing.
 *
 * @internal
 */
export function ofFrontDoor(
  check: (inspection: FrontDoorInspection) => Noticed[],
): (inspection: AzureInspection) => Noticed[] {
  return inspection =>
    inspection.type === 'front-door' ? check(inspection) : [];
}

/** A load balancer that was seen and exists. @internal */
export interface SeenLoadBalancer {
  /** The load balancer. */
  loadBalancer: InspectedLoadBalancer;
  /** What it is. */
  description: LoadBalancerDescription;
}

/**
 * The load balancers that were seen and exist.
 *
 * @internal
 */
export function seenLoadBalancers({
  path,
}: ServiceInspection): SeenLoadBalancer[] {
  return path.loadBalancers.flatMap(loadBalancer => {
    const description = seenOr(loadBalancer.description);
    return description ? [{ loadBalancer, description }] : [];
  });
}

/**
 * The frontends with a public address, of the load balancers that were seen.
 *
 * @internal
 */
export function publicFrontends(
  inspection: ServiceInspection,
): (SeenLoadBalancer & { frontend: Frontend; publicAddressId: string })[] {
  return seenLoadBalancers(inspection).flatMap(seen =>
    seen.description.frontends.flatMap(frontend =>
      frontend.publicAddressId
        ? [{ ...seen, frontend, publicAddressId: frontend.publicAddressId }]
        : [],
    ),
  );
}
