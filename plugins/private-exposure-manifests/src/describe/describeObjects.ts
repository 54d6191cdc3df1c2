import { LintInput } from '../linter/readFile';
import { describeIngressPlan } from './describeIngressPlan';
import { describePlan } from './describePlan';
import { escapeMarkdown } from './escapeMarkdown';
import { ObjectPlan, planObjects, PlanObjectsOptions } from './planObjects';
import { section } from './sections';

function describe(plan: ObjectPlan): string {
  return section(
    `What the ${plan.kind} ${escapeMarkdown(plan.name)} becomes`,
    plan.kind === 'Service'
      ? describePlan(plan.after, plan.before)
      : describeIngressPlan(plan.after, plan.before),
  );
}

/**
 * Shows a reviewer what the Services with a load balancer and the Ingresses of files become, in Markdown: a heading and a
 * short table for each, with what it was where the base has it.
 *
 * @returns Empty text where the files hold none as a whole.
 * @public
 */
export function describeObjects(
  files: readonly LintInput[],
  options: PlanObjectsOptions = {},
): string {
  return planObjects(files, options).map(describe).join('');
}

/** The Ingresses of files alone, for a text that shows the Service already. @internal */
export function describeIngresses(
  files: readonly LintInput[],
  options: PlanObjectsOptions,
): string {
  return planObjects(files, options)
    .filter(plan => plan.kind === 'Ingress' && !isLeftAlone(plan))
    .map(describe)
    .join('');
}

/** Whether nothing is known of it, and a change leaves it as it was. */
function isLeftAlone({ after, before }: ObjectPlan): boolean {
  return after.outcome === 'unplanned' && before?.outcome === 'unplanned';
}
