import type {
  Health,
  Hop,
} from '@postern/backstage-plugin-private-exposure-common';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { consoleUrl } from '../../consoleUrls';
import { profileHealths } from '../../mapping/states';
import type { FrontDoorInspection, InspectedProfile } from '../AzureInspection';
import { seenOr } from '../look';
import type { BuildHopsOptions } from './buildHops';
import { hopIds } from './hopIds';

/**
 * The Front Door on the path.
 *
 * @internal
 */
export function frontDoorHop(
  { profile, domains }: FrontDoorInspection,
  { scope, states }: BuildHopsOptions,
): Hop {
  const health =
    states.read('Front Door profile', profile.state, profileHealths) ??
    'unknown';
  return {
    id: hopIds.frontDoor,
    type: 'cdn',
    title: profile.name,
    nativeId: profile.id,
    ...judge(profile, health),
    facts: toFacts(
      {
        'Host names': seenOr(profile.endpoints)?.flatMap(
          ({ hostName }) => hostName ?? [],
        ),
        Serves: seenOr(domains)?.map(
          ({ name, patterns }) => `${name} (${patterns.join(', ')})`,
        ),
        State: profile.state,
        SKU: profile.sku,
      },
      ['Host names'],
    ),
    consoleUrl: consoleUrl(scope, profile.id),
  };
}

function judge(
  { state, endpoints }: InspectedProfile,
  health: Health,
): { health: Health; reason?: string } {
  if (health !== 'ok') {
    return { health, reason: `Azure says the profile is '${state}'` };
  }
  if (endpoints.type === 'unseen') {
    return { health: 'unknown', reason: endpoints.blind.message };
  }
  return endpoints.value.some(({ enabled }) => enabled)
    ? { health }
    : { health: 'failing', reason: 'It has no endpoint that is enabled' };
}
