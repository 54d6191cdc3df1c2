import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { consoleUrl } from '../../consoleUrls';
import { nameInId } from '../../mapping/resourceIds';
import type { FrontDoorInspection } from '../AzureInspection';
import { seenOr } from '../look';
import type { BuildHopsOptions } from './buildHops';
import { hopIds } from './hopIds';

/**
 * The firewall between the Front Door and its origins. That there is none stops no traffic; a rule speaks of it.
 *
 * @internal
 */
export function firewallHop(
  { firewalls, profile }: FrontDoorInspection,
  { scope }: BuildHopsOptions,
): Hop {
  const seen = seenOr(firewalls) ?? [];
  const [first] = seen;
  return {
    id: hopIds.firewall,
    type: 'waf',
    title:
      seen.map(({ policyId }) => nameInId(policyId)).join(', ') ||
      'No firewall policy',
    nativeId: first?.policyId,
    ...(firewalls.type === 'unseen'
      ? { health: 'unknown', reason: firewalls.blind.message }
      : { health: 'ok' }),
    facts: toFacts({
      Mode: seen.flatMap(({ policy }) => seenOr(policy)?.mode ?? []),
      'Protected domains': seen.flatMap(({ associations }) =>
        associations.flatMap(({ domainIds, patterns }) =>
          domainIds.map(id => `${nameInId(id)} (${patterns.join(', ')})`),
        ),
      ),
    }),
    consoleUrl: consoleUrl(scope, first?.policyId ?? profile.id),
  };
}
