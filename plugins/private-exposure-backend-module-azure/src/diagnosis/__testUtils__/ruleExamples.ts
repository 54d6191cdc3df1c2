import type { AzureInspection } from '../../inspection/AzureInspection';
import { accessExamples } from './accessExamples';
import { backendExamples } from './backendExamples';
import { frontDoorExamples } from './frontDoorExamples';

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
  ...backendExamples,
  ...accessExamples,
  ...frontDoorExamples,
};
