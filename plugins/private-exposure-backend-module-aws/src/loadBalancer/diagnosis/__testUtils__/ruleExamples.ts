import type { RuleExamples } from '../../../diagnosis/__testUtils__/RuleExamples';
import type { LoadBalancerInspection } from '../../inspection/LoadBalancerInspection';
import { networkExamples } from './networkExamples';
import { protectionExamples } from './protectionExamples';

/** What each rule about load balancers notices, and what it must leave alone. */
export const ruleExamples: RuleExamples<LoadBalancerInspection> = {
  ...networkExamples,
  ...protectionExamples,
};
