import { Rule } from '../createRule';
import { changeRules } from './changeRules';
import { endpointServiceRules } from './endpointServiceRules';
import { infrastructureRules } from './infrastructureRules';
import { ingressRules } from './ingressRules';
import { serviceRules } from './serviceRules';

/** Every rule of the linter. @public */
export const rules: readonly Rule[] = [
  ...serviceRules,
  ...ingressRules,
  ...endpointServiceRules,
  ...infrastructureRules,
  ...changeRules,
];
