import {
  type DiagnosisRule,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import type { WithFirewall } from '../inspection/InspectedFirewall';
import { seenOr } from '../inspection/look';

/**
 * A web ACL turns nobody away: every rule counts or allows, or there is none, and what no rule decides about is let
 * through. Managed rule groups are judged apart from rules of one's own, such as a list of blocked addresses, which may
 * well be empty: where all of them count, the web ACL is still on trial.
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
    const managed = acl.rules.filter(({ isManagedGroup }) => isManagedGroup);
    const areOnTrial =
      managed.length > 0 && managed.every(({ effect }) => effect === 'counts');
    const decides = acl.rules.some(({ effect }) => effect === 'decides');
    if (decides && !areOnTrial) return [];
    const counting = acl.rules.filter(({ effect }) => effect === 'counts');
    const onlyCounts = counting.length > 0;
    return [
      {
        message: messageFor(acl.name, { decides, onlyCounts }),
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

function messageFor(
  name: string,
  rules: { decides: boolean; onlyCounts: boolean },
): string {
  if (rules.decides) {
    return `All managed rule groups of the web ACL '${name}' only count: they turn no request away`;
  }
  return rules.onlyCounts
    ? `The web ACL '${name}' only counts: it lets every request through`
    : `The web ACL '${name}' has no rule that turns a request away`;
}
