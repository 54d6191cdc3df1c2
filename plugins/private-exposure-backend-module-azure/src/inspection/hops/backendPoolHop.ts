import type {
  Health,
  Hop,
} from '@postern/backstage-plugin-private-exposure-common';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { consoleUrl } from '../../consoleUrls';
import { parentId } from '../../mapping/resourceIds';
import type { BackendPool, RuleHealth } from '../AzureInspection';
import { seenOr } from '../look';
import type { BuildHopsOptions } from './buildHops';
import { hopIds } from './hopIds';

/**
 * A backend pool on the path, as the probes find its backends. Where they cannot be asked, it is called well with
 * backends in it, and the facts say by what.
 *
 * @internal
 */
export function backendPoolHop(
  pool: BackendPool,
  { scope }: BuildHopsOptions,
): Hop {
  const probed = (pool.probed ?? []).flatMap(seen => seenOr(seen) ?? []);
  return {
    id: hopIds.backendPool(pool.id),
    type: 'target-group',
    title: pool.name,
    nativeId: pool.id,
    ...judge(pool, probed),
    facts: toFacts({
      Backends: pool.backends,
      'Listed by': pool.byAddress ? 'address' : 'network interface',
      'Answer probes': probed.map(
        ({ rule, up, down }) => `${rule}: ${up}/${up + down}`,
      ),
      'Seen through': seenThrough(pool, probed),
    }),
    consoleUrl: consoleUrl(scope, parentId(pool.id)),
  };
}

function judge(
  pool: BackendPool,
  probed: readonly RuleHealth[],
): { health: Health; reason?: string } {
  if (pool.backends === 0) {
    return { health: 'failing', reason: 'It has no backends' };
  }
  const silent = probed.find(({ up, down }) => up === 0 && down > 0);
  if (silent) {
    return {
      health: 'failing',
      reason: withReasons(
        `No backend answers the probe of rule '${silent.rule}'`,
        silent,
      ),
    };
  }
  // A node without a pod is down for a probe that asks for pods, and nothing is lost.
  const partly = probed.find(
    ({ down, asksForPods }) => down > 0 && !asksForPods,
  );
  if (!partly) return { health: 'ok' };
  const { rule, up, down } = partly;
  return {
    health: 'degraded',
    reason: withReasons(
      `Only ${up} of ${up + down} backends answer the probe of rule '${rule}'`,
      partly,
    ),
  };
}

function withReasons(text: string, { reasons }: RuleHealth): string {
  return reasons.length > 0 ? `${text} (${reasons.join(', ')})` : text;
}

function seenThrough(
  { probed = [] }: BackendPool,
  known: readonly RuleHealth[],
): string {
  const [unseen] = probed.flatMap(seen =>
    seen.type === 'unseen' ? seen.blind.message : [],
  );
  const missing = unseen && `probe results could not be read: ${unseen}`;
  const through = known.length > 0 ? 'probe results' : 'membership';
  return missing ? `${through}; ${missing}` : through;
}
