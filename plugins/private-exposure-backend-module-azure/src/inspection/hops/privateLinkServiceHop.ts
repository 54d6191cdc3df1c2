import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { consoleUrl } from '../../consoleUrls';
import { provisioningHealths } from '../../mapping/states';
import { FACT_NAT_ADDRESSES } from '../../mapping/toSurveyedExposure';
import type { ServiceInspection } from '../AzureInspection';
import type { BuildHopsOptions } from './buildHops';
import { hopIds } from './hopIds';

/**
 * A private link service on the path.
 *
 * @internal
 */
export function privateLinkServiceHop(
  { path: { service }, natAddresses }: ServiceInspection,
  { scope, states }: BuildHopsOptions,
): Hop {
  const health =
    states.read('private link service', service.state, provisioningHealths) ??
    'unknown';
  return {
    id: hopIds.linkTarget(service.id),
    type: 'private-link-service',
    title: service.name,
    nativeId: service.id,
    health,
    reason:
      health === 'ok'
        ? undefined
        : `Azure says the private link service is '${service.state}'`,
    facts: toFacts(
      {
        Alias: service.alias,
        State: service.state,
        Location: service.location,
        'NAT IP configurations': service.natAddresses,
        [FACT_NAT_ADDRESSES]: toAddresses(natAddresses, service),
        'PROXY protocol': service.proxyProtocol,
      },
      ['Alias'],
    ),
    consoleUrl: consoleUrl(scope, service.id),
  };
}

/** Those that are known; an address that could not be read is no reason to leave the others out. */
function toAddresses(
  seen: ServiceInspection['natAddresses'],
  { chosenNatAddresses }: ServiceInspection['path']['service'],
): string[] {
  if (seen.type === 'seen') return seen.value;
  const { action, message } = seen.blind;
  return [
    ...chosenNatAddresses,
    `not readable: ${action ? `needs ${action}` : message}`,
  ];
}
