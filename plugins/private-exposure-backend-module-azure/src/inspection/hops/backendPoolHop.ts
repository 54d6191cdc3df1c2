import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { consoleUrl } from '../../consoleUrls';
import { parentId } from '../../mapping/resourceIds';
import type { BackendPool } from '../AzureInspection';
import type { BuildHopsOptions } from './buildHops';
import { hopIds } from './hopIds';

/**
 * A backend pool on the path. What its probes find is in Azure's metrics, not in what is read here: with backends it is
 * called well, and the facts say by what.
 *
 * @internal
 */
export function backendPoolHop(
  pool: BackendPool,
  { scope }: BuildHopsOptions,
): Hop {
  const isEmpty = pool.backends === 0;
  return {
    id: hopIds.backendPool(pool.id),
    type: 'target-group',
    title: pool.name,
    nativeId: pool.id,
    health: isEmpty ? 'failing' : 'ok',
    reason: isEmpty ? 'It has no backends' : undefined,
    facts: toFacts({
      Backends: pool.backends,
      'Listed by': pool.byAddress ? 'address' : 'network interface',
      'Seen through': 'membership; probe results are not read',
    }),
    consoleUrl: consoleUrl(scope, parentId(pool.id)),
  };
}
