import { PlanRow, rowOf } from './planRows';

/** What becomes of an object that gets no load balancer, or none that anybody could plan. @internal */
export function unplannedRows(plan: {
  outcome: string;
  /** Why the controller refuses it, where it does. */
  refusal?: { message: string };
}): PlanRow[] {
  const setting = 'load balancer';
  if (plan.refusal) {
    const { message } = plan.refusal;
    return rowOf(setting, `none is made or changed: ${message}`, true);
  }
  return plan.outcome === 'nothing'
    ? rowOf(setting, 'none', true)
    : rowOf(setting, 'not known');
}
