import {
  type Grant,
  type Hop,
  worstHealth,
} from '@postern/backstage-plugin-private-exposure-common';
import type { Inspection } from '../ExposureProvider';
import { diagnose, markHops } from './diagnose';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * Runs the rules on what was read, marks the path with what they notice, and says how well the whole is: as well as the
 * worst of its hops.
 *
 * @param options - `inspection`: what was read, in the provider's own form. `hops`: the path. `grants`: who may ask;
 * default nobody.
 *
 * @public
 */
export function concludeInspection<Read>(options: {
  inspection: Read;
  rules: readonly DiagnosisRule<Read>[];
  hops: readonly Hop[];
  grants?: Grant[];
}): Inspection {
  const { inspection, rules, grants = [] } = options;
  const findings = diagnose(inspection, rules);
  const hops = markHops(options.hops, findings, rules);
  const health = worstHealth(hops.map(hop => hop.health));
  return {
    health,
    healthReason:
      health === 'ok'
        ? undefined
        : hops.find(hop => hop.health === health)?.reason,
    hops,
    grants,
    findings,
  };
}
