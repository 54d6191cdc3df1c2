import {
  type DiagnosisRule,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import type { WithFirewall } from '../inspection/InspectedFirewall';
import { seenOr } from '../inspection/look';

/**
 * A web ACL turns nobody away: every rule counts or allows, or there is none, and what no rule decides about is let
 * through.
 *
 * @internal
 */
export const firewallOnlyCounts: DiagnosisRule<WithFirewall> = {
  id: 'aws/firewall-only-counts',
  severity: 'warning',
  breaksTraffic: false,
  check: ({ firewall }) => {
    const acl = seenOr(seenOr(firewall)?.webAcl);
    if (!acl || acl.blocksByDefault) return [];
    if (acl.rules.some(({ effect }) => effect === 'decides')) return [];
    const counting = acl.rules.filter(({ effect }) => effect === 'counts');
    const onlyCounts = counting.length > 0;
    return [
      {
        message: onlyCounts
          ? `The web ACL '${acl.name}' only counts: it lets every request through`
          : `The web ACL '${acl.name}' has no rule that turns a request away`,
        remedy: onlyCounts
          ? 'Take the override to Count from its rules, once the counts show that nobody would be turned away who should come through.'
          : 'Add managed rule groups to it, first with the override to Count, then without.',
        hopId: hopIds.firewall,
        evidence: toFacts({
          'Rules that only count': counting.map(({ name }) => name),
          'Without a rule': 'allow',
        }),
      },
    ];
  },
};
