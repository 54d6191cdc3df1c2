import type { RuleExamples } from '../../../diagnosis/__testUtils__/RuleExamples';
import type { DistributionInspection } from '../../inspection/DistributionInspection';
import { originExamples } from './originExamples';
import { edgeExamples } from './edgeExamples';

/** What each rule about distributions notices, and what it must leave alone. */
export const ruleExamples: RuleExamples<DistributionInspection> = {
  ...originExamples,
  ...edgeExamples,
};
