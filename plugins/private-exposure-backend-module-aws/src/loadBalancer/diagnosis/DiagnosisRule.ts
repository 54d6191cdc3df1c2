import type { DiagnosisRule as RuleOf } from '@postern/backstage-plugin-private-exposure-node';
import type { LoadBalancerInspection } from '../inspection/LoadBalancerInspection';

/** A rule about load balancers, `aws/<what is wrong>`. Documented under its id in `docs/diagnosis.md`. @internal */
export type DiagnosisRule = RuleOf<LoadBalancerInspection>;
