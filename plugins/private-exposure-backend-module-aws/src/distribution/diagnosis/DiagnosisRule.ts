import type { DiagnosisRule as RuleOf } from '@postern/backstage-plugin-private-exposure-node';
import type { DistributionInspection } from '../inspection/DistributionInspection';

/** A rule about distributions, `aws/<what is wrong>`. Documented under its id in `docs/diagnosis.md`. @internal */
export type DiagnosisRule = RuleOf<DistributionInspection>;
