import { ServicePlan } from '../plan/planService';
import { azurePlanRows } from './azurePlanRows';
import { comparePlanRows, PlanChange, planTable } from './comparePlanRows';
import { inTreePlanRows } from './inTreePlanRows';
import { networkPlanRows } from './networkPlanRows';
import { PlanRow, rowOf } from './planRows';
import { unplannedRows } from './unplannedRows';

function outcomeRows(plan: ServicePlan): PlanRow[] {
  switch (plan.outcome) {
    case 'aws-network-load-balancer':
      return networkPlanRows(plan.model);
    case 'aws-in-tree-load-balancer':
      return inTreePlanRows(plan.model);
    case 'azure-load-balancer':
      return azurePlanRows(plan.model);
    default:
      return unplannedRows(plan);
  }
}

/** What a Service becomes, row by row, who makes it first. @public */
export function listPlan(plan: ServicePlan): PlanRow[] {
  return [...rowOf('made by', plan.reconciliation.why), ...outcomeRows(plan)];
}

/**
 * Lists what a Service becomes beside what it was.
 *
 * @param before - What it was; `undefined` for a new Service.
 *
 * @public
 */
export function comparePlans(
  after: ServicePlan,
  before?: ServicePlan,
): PlanChange[] {
  return comparePlanRows(listPlan(after), before ? listPlan(before) : []);
}

/**
 * Shows what a Service becomes as a Markdown table for a reviewer. Beside a former plan it has what changes, and what it
 * was.
 *
 * @param before - What it was; `undefined` for a new Service. One that had no load balancer counts as new.
 *
 * @public
 */
export function describePlan(after: ServicePlan, before?: ServicePlan): string {
  const isNew = !before || before.outcome === 'nothing';
  return planTable(listPlan(after), {
    former: isNew ? undefined : listPlan(before),
    isRefused: after.outcome === 'refused',
  });
}
