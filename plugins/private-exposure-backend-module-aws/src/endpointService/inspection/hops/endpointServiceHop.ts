import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import {
  type StateReader,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { consoleUrls } from '../../../consoleUrls';
import { serviceHealths } from '../../../mapping/states';
import type { ServiceInspection } from '../ServiceInspection';
import { hopIds } from '../../../inspection/hops/hopIds';

/**
 * The endpoint service on the path.
 *
 * @internal
 */
export function endpointServiceHop(
  { service, scope }: ServiceInspection,
  states: StateReader,
): Hop {
  const health =
    states.read('VPC endpoint service', service.state, serviceHealths) ??
    'unknown';
  return {
    id: hopIds.endpointService,
    type: 'endpoint-service',
    title: service.name,
    nativeId: service.arn,
    health,
    reason:
      health === 'ok'
        ? undefined
        : `AWS says the endpoint service is '${service.state}'`,
    facts: toFacts(
      {
        'Service id': service.id,
        State: service.state,
        'Acceptance required': service.acceptanceRequired,
        'Zone ids': service.zoneIds,
        'Other regions': service.remoteRegions,
      },
      ['Service id'],
    ),
    consoleUrl: consoleUrls.endpointService(scope, service.id),
  };
}
