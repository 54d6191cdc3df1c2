import {
  compareSeverity,
  type Finding,
  type Hop,
} from '@postern/backstage-plugin-private-exposure-common';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * Runs every rule, the gravest findings first.
 *
 * @public
 */
export function diagnose<Inspection>(
  inspection: Inspection,
  rules: readonly DiagnosisRule<Inspection>[],
): Finding[] {
  return rules
    .flatMap(({ id, severity, check }) =>
      check(inspection).map(noticed => ({ ruleId: id, severity, ...noticed })),
    )
    .sort((a, b) => compareSeverity(a.severity, b.severity));
}

/**
 * Marks hops that look well by themselves and are not, by the findings that say that traffic suffers.
 *
 * @param rules - Those that the findings are of.
 * @public
 */
export function markHops(
  hops: readonly Hop[],
  findings: readonly Finding[],
  rules: readonly Pick<DiagnosisRule<unknown>, 'id' | 'breaksTraffic'>[],
): Hop[] {
  const grave = findings.filter(({ ruleId }) =>
    rules.some(rule => rule.id === ruleId && rule.breaksTraffic),
  );
  return hops.map(hop => {
    const finding = grave.find(({ hopId }) => hopId === hop.id);
    return finding && hop.health === 'ok'
      ? { ...hop, health: 'degraded', reason: finding.message }
      : hop;
  });
}
