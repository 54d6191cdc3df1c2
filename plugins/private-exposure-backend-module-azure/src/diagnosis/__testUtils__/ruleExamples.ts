import type { AzureInspection } from '../../inspection/AzureInspection';
import { frontDoorExamples } from './frontDoorExamples';
import { serviceExamples } from './serviceExamples';

/** One inspection, and what a rule makes of it. */
export interface Example {
  name: string;
  inspection: AzureInspection;
  /** A part of the finding's message or remedy. */
  says?: string;
}

/** What one rule notices, and what it must leave alone. */
export interface RuleExamples {
  noticed: Example[];
  leftAlone: Example[];
}

/** By rule. What works is left alone by all. */
export const ruleExamples: Record<string, RuleExamples> = {
  ...serviceExamples,
  ...frontDoorExamples,
};
