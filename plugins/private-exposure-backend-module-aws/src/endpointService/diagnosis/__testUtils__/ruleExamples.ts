import type { RuleExamples } from '../../../diagnosis/__testUtils__/RuleExamples';
import type { ServiceInspection } from '../../inspection/ServiceInspection';
import { backendExamples } from './backendExamples';
import { securityGroupExamples } from './securityGroupExamples';
import { consumerExamples } from './consumerExamples';

/** What each rule notices, and what it must leave alone. An inspection of a service that works is left alone by all. */
export const ruleExamples: RuleExamples<ServiceInspection> = {
  ...backendExamples,
  ...securityGroupExamples,
  ...consumerExamples,
};
