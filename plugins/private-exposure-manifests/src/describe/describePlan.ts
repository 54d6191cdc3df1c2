import { ServicePlan } from '../plan/planService';
import { azurePlanRows } from './azurePlanRows';
import { escapeMarkdown } from './escapeMarkdown';
import { inTreePlanRows } from './inTreePlanRows';
import { networkPlanRows } from './networkPlanRows';
import { PlanRow, rowOf } from './planRows';
import { table } from './sections';

/** One setting of what a Service becomes, as it was and as it will be; nothing of it is Markdown. @public */
export interface PlanChange {
  setting: string;
  /** `undefined` where there was no such setting, and for a new Service. */
  before: string | undefined;
  /** `undefined` where there is no such setting any more. */
  after: string | undefined;
  /** Whether a reviewer should look at it twice. */
  isRisky: boolean;
}

function outcomeRows(plan: ServicePlan): PlanRow[] {
  switch (plan.outcome) {
    case 'aws-network-load-balancer':
      return networkPlanRows(plan.model);
    case 'aws-in-tree-load-balancer':
      return inTreePlanRows(plan.model);
    case 'azure-load-balancer':
      return azurePlanRows(plan.model);
    case 'refused':
      return rowOf(
        'load balancer',
        `none is made or changed: ${plan.refusal.message}`,
        true,
      );
    case 'nothing':
      return rowOf('load balancer', 'none', true);
    default:
      return rowOf('load balancer', 'not known');
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
  const rows = listPlan(after);
  const former = before ? listPlan(before) : [];
  const valueIn = (list: PlanRow[], setting: string) =>
    list.find(row => row.setting === setting)?.value;
  return [
    ...rows.map(({ setting, value, isRisky = false }) => ({
      setting,
      before: valueIn(former, setting),
      after: value,
      isRisky,
    })),
    ...former
      .filter(({ setting }) => valueIn(rows, setting) === undefined)
      .map(({ setting, value }) => ({
        setting,
        before: value,
        after: undefined,
        isRisky: false,
      })),
  ];
}

// Who makes it and who can reach it is shown whether it changes or not.
const ALWAYS = ['load balancer', 'scheme'];

/**
 * Shows what a Service becomes as a Markdown table for a reviewer. Beside a former plan it has what changes, and what it
 * was.
 *
 * @param before - What it was; `undefined` for a new Service. One that had no load balancer counts as new.
 *
 * @public
 */
export function describePlan(after: ServicePlan, before?: ServicePlan): string {
  const former = before?.outcome === 'nothing' ? undefined : before;
  const changes = comparePlans(after, former);
  const show = (text: string | undefined) => escapeMarkdown(text ?? '');
  const strong = (text: string) => (text === '' ? '' : `**${text}**`);
  if (!former) {
    return table(
      ['setting', 'value'],
      changes.map(row => [
        show(row.setting),
        row.isRisky ? strong(show(row.after)) : show(row.after),
      ]),
    );
  }
  const isChange = (row: PlanChange) => row.before !== row.after;
  const rows = changes
    .filter(row => isChange(row) || ALWAYS.includes(row.setting))
    .map(row => [
      show(row.setting),
      show(row.before),
      isChange(row) ? strong(show(row.after)) || 'no longer' : show(row.after),
    ]);
  const rest =
    rows.length < changes.length ? '\nAll else stays as it is.\n' : '';
  return `${table(['setting', 'before', 'after'], rows)}${rest}`;
}
