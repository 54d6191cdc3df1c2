import {
  compareSeverity,
  type Finding,
  type Hop,
} from '@postern/backstage-plugin-private-exposure-common';
import type { AzureInspection } from '../inspection/AzureInspection';
import { diagnosisRules } from './rules';

/**
 * Runs every rule, the gravest findings first.
 *
 * @internal
 */
export function diagnose(inspection: AzureInspection): Finding[] {
  return diagnosisRules
    .flatMap(({ id, severity, check }) =>
      check(inspection).map(noticed => ({ ruleId: id, severity, ...noticed })),
    )
    .sort((a, b) => compareSeverity(a.severity, b.severity));
}

/**
 * Marks hops that look well by themselves and are not, by the findings that say that traffic suffers.
 *
 * @internal
 */
export function markHops(
  hops: readonly Hop[],
  findings: readonly Finding[],
): Hop[] {
  const grave = findings.filter(({ ruleId }) =>
    diagnosisRules.some(rule => rule.id === ruleId && rule.breaksTraffic),
  );
  return hops.map(hop => {
    const finding = grave.find(({ hopId }) => hopId === hop.id);
    return finding && hop.health === 'ok'
      ? { ...hop, health: 'degraded', reason: finding.message }
      : hop;
  });
}
