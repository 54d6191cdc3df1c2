import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { seenOr } from '../inspection/look';
import { nameInId } from '../mapping/resourceIds';
import { ofFrontDoor } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The firewall writes down what it finds, and lets it pass.
 *
 * @internal
 */
export const firewallOnlyDetects: DiagnosisRule = {
  id: 'azure/firewall-only-detects',
  severity: 'warning',
  breaksTraffic: false,
  source: 'Microsoft.Network: FrontDoorWebApplicationFirewallPolicies, mode',
  check: ofFrontDoor(({ firewalls }) =>
    (seenOr(firewalls) ?? []).flatMap(({ policyId, policy }) => {
      const settings = seenOr(policy);
      if (!settings?.enabled || !/^detection$/i.test(settings.mode)) return [];
      return {
        message: `The firewall policy '${nameInId(
          policyId,
        )}' only detects; it lets everything pass`,
        remedy:
          'Set its mode to Prevention, once its log shows that it would turn nobody away who should come through.',
        hopId: hopIds.firewall,
        evidence: toFacts({ Mode: settings.mode }),
      };
    }),
  ),
};
