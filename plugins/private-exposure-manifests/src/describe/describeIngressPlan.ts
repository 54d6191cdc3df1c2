import { IngressPlan } from '../plan/planIngress';
import { applicationPlanRows } from './applicationPlanRows';
import { planTable } from './comparePlanRows';
import { PlanRow, rowOf } from './planRows';
import { unplannedRows } from './unplannedRows';

function outcomeRows(plan: IngressPlan): PlanRow[] {
  switch (plan.outcome) {
    case 'aws-application-load-balancer':
      return applicationPlanRows(plan.model);
    default:
      return unplannedRows(plan);
  }
}

/** What an Ingress becomes, row by row, who makes it first. @public */
export function listIngressPlan(plan: IngressPlan): PlanRow[] {
  return [...rowOf('made by', plan.reconciliation.why), ...outcomeRows(plan)];
}

/**
 * Shows what an Ingress becomes as a Markdown table for a reviewer. Beside a former plan it has what changes, and what it
 * was.
 *
 * @param before - What it was; `undefined` for a new Ingress. One that had no load balancer counts as new.
 *
 * @public
 */
export function describeIngressPlan(
  after: IngressPlan,
  before?: IngressPlan,
): string {
  const isNew = !before || before.outcome === 'nothing';
  return planTable(listIngressPlan(after), {
    former: isNew ? undefined : listIngressPlan(before),
    isRefused: after.outcome === 'refused',
  });
}
