import type { InspectionTarget } from '@postern/backstage-plugin-private-exposure-node';
import { loadBalancerArnsOf } from '../mapping/toServiceExposure';
import type { ServiceInspection } from './ServiceInspection';
import type { InspectionContext } from '../../inspection/InspectionContext';
import { readConsumers } from './readConsumers';
import { readLoadBalancers } from '../../inspection/readLoadBalancers';
import {
  readGrants,
  readServiceConfiguration,
  toInspectedService,
} from './readService';

/** Connections of which the consumer's side is worth a look. */
const LIVE_STATES: readonly string[] = [
  'pending',
  'connecting',
  'connected',
  'failed',
  'unknown',
];

/**
 * Reads everything that the rules and the path of one endpoint service are made from.
 *
 * @throws NotFoundError if the service does not exist any more.
 * @internal
 */
export async function readInspection(
  target: InspectionTarget,
  context: InspectionContext,
): Promise<ServiceInspection> {
  const configuration = await readServiceConfiguration(
    target.exposure.nativeId,
    context,
  );
  const service = toInspectedService(configuration, target.exposure, context);
  const connections = target.connections.filter(({ state }) =>
    LIVE_STATES.includes(state),
  );
  const [grants, loadBalancers, consumers] = await Promise.all([
    readGrants(service, context),
    readLoadBalancers(
      {
        arns: loadBalancerArnsOf(configuration),
        withIdleTimeouts: service.remoteRegions.length > 0,
        withGroupZones: true,
      },
      context,
    ),
    readConsumers(connections, service.domain !== undefined, context),
  ]);
  return {
    scope: context.scope,
    service,
    grants,
    loadBalancers,
    consumers,
    connections,
  };
}
