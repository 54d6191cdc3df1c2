import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import type { Firewall, ServedDomain } from '../inspection/AzureInspection';
import { hopIds } from '../inspection/hops/hopIds';
import { seenOr } from '../inspection/look';
import { ofFrontDoor } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/** How many of them a message names; the evidence has all. */
const NAMED = 3;

/**
 * A Front Door takes requests by a domain or at a path that no firewall is put before. Whoever knows that name passes the
 * firewall of the others by.
 *
 * @internal
 */
export const firewallMissing: DiagnosisRule = {
  id: 'azure/firewall-missing',
  severity: 'warning',
  breaksTraffic: false,
  source:
    'Microsoft.Cdn: security policies associate a firewall with domains and paths, routes serve domains',
  check: ofFrontDoor(({ profile, domains, firewalls }) => {
    const seen = seenOr(firewalls);
    const served = seenOr(domains);
    // Without knowing both, nothing is known to be open; another rule says what could not be looked at.
    if (!seen || !served) return [];
    const working = seen.filter(
      ({ policy }) => policy.type === 'unseen' || policy.value?.enabled,
    );
    const open = served.flatMap(domain => openPaths(domain, working));
    if (open.length === 0) return [];
    const more = open.length - NAMED;
    return [
      {
        message: `'${profile.name}' serves ${open.slice(0, NAMED).join(', ')}${
          more > 0 ? ` and ${more} more` : ''
        } without a firewall that works`,
        remedy:
          'Associate a web application firewall policy in Prevention mode with each endpoint and custom domain that a route serves, for all of its paths, through a security policy of the profile.',
        hopId: hopIds.firewall,
        evidence: toFacts({ Open: open }),
      },
    ];
  }),
};

function openPaths(
  { id, name, patterns }: ServedDomain,
  firewalls: readonly Firewall[],
): string[] {
  const covered = firewalls.flatMap(({ associations }) =>
    associations.flatMap(association =>
      association.domainIds.includes(id) ? association.patterns : [],
    ),
  );
  return patterns
    .filter(pattern => !covered.some(cover => covers(cover, pattern)))
    .map(pattern => `${name}${pattern}`);
}

/** Paths are compared without regard to case, and a pattern has at most one `*`, at its end ("Route matching"). */
function covers(cover: string, pattern: string): boolean {
  const wide = cover.toLowerCase();
  const narrow = pattern.toLowerCase();
  return wide.endsWith('*')
    ? narrow.startsWith(wide.slice(0, -1))
    : wide === narrow;
}
