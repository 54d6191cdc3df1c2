import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { seenOr } from '../inspection/look';
import { canonicalId, nameInId } from '../mapping/resourceIds';
import { ofFrontDoor } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * An endpoint of a Front Door takes requests from everybody, and no firewall looks at them.
 *
 * @internal
 */
export const firewallMissing: DiagnosisRule = {
  id: 'azure/firewall-missing',
  severity: 'warning',
  breaksTraffic: false,
  source: 'Microsoft.Cdn: security policies associate a firewall with domains',
  check: ofFrontDoor(({ profile, firewalls }) => {
    const seen = seenOr(firewalls);
    if (!seen) return [];
    const covered = seen.flatMap(({ domainIds, policy }) => {
      const works = policy.type === 'unseen' || policy.value?.enabled;
      return works ? domainIds : [];
    });
    const open = profile.endpoints.filter(
      ({ id, enabled }) => enabled && !covered.includes(canonicalId(id)),
    );
    if (open.length === 0) return [];
    return [
      {
        message: `${open.length} endpoint(s) of '${profile.name}' have no firewall that works`,
        remedy:
          'Associate a web application firewall policy in Prevention mode with each endpoint, through a security policy of the profile.',
        hopId: hopIds.firewall,
        evidence: toFacts({
          Endpoints: open.map(({ id, hostName }) => hostName ?? nameInId(id)),
        }),
      },
    ];
  }),
};
