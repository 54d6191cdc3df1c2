import {
  type Health,
  type Hop,
  worstHealth,
} from '@postern/backstage-plugin-private-exposure-common';
import {
  type StateReader,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { consoleUrl } from '../../consoleUrls';
import { canonicalId } from '../../mapping/resourceIds';
import { resourceHealths } from '../../mapping/states';
import type { LinkResourceInspection } from '../AzureInspection';
import type { BuildHopsOptions } from './buildHops';
import { hopIds } from './hopIds';

/**
 * A resource that takes private endpoints itself: the whole path. Its own word for its state is all that is read of it.
 *
 * @internal
 */
export function linkResourceHop(
  { resource }: LinkResourceInspection,
  { scope, states }: BuildHopsOptions,
): Hop {
  const id = canonicalId(resource.id);
  return {
    id: hopIds.linkTarget(id),
    type: 'private-link-resource',
    title: resource.name,
    nativeId: id,
    ...judge(resource.states, states),
    facts: toFacts({
      Type: resource.type,
      State: resource.states,
      Location: resource.location,
      'Public network access': resource.publicAccess,
    }),
    consoleUrl: consoleUrl(scope, id),
  };
}

function judge(
  words: readonly string[],
  states: StateReader,
): { health: Health; reason?: string } {
  const healths = words.map(
    word =>
      states.read('private-link resource', word, resourceHealths) ?? 'unknown',
  );
  if (healths.length === 0) {
    return { health: 'unknown', reason: 'Azure does not say how it is' };
  }
  const health = worstHealth(healths);
  return health === 'ok'
    ? { health }
    : { health, reason: `Azure says it is '${words.join("', '")}'` };
}
