import type { DiagnosisRule as RuleOf } from '@postern/backstage-plugin-private-exposure-node';
import type { AzureInspection } from '../inspection/AzureInspection';

/** A rule about exposures in Azure, `azure/<what is wrong>`. Documented under its id in `docs/diagnosis.md`. @internal */
export interface DiagnosisRule extends RuleOf<AzureInspection> {
  /** Where the fact comes from that makes it wrong. */
  source: string;
}
