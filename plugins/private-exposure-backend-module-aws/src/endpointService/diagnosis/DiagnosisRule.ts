import type { DiagnosisRule as RuleOf } from '@postern/backstage-plugin-private-exposure-node';
import type { ServiceInspection } from '../inspection/ServiceInspection';

/** A rule about endpoint services, `aws/<what is wrong>`. Documented under its id in `docs/diagnosis.md`. @internal */
export type DiagnosisRule = RuleOf<ServiceInspection>;
