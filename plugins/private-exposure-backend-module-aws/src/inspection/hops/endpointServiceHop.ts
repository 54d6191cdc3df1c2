import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import { consoleUrls } from '../../consoleUrls';
import type { StateReader } from '../../mapping/StateReader';
import { serviceHealths } from '../../mapping/states';
import { toFacts } from '../../mapping/toFacts';
import type { AwsInspection } from '../AwsInspection';
import { hopIds } from './hopIds';

/**
 * The endpoint service on the path.
 *
 * @internal
 */
export function endpointServiceHop(
  { service, scope }: AwsInspection,
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
