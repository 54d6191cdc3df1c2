import { escapeMarkdown } from './escapeMarkdown';
import { PlanRow } from './planRows';
import { table } from './sections';

/** One setting of what an object becomes, as it was and as it will be; nothing of it is Markdown. @public */
export interface PlanChange {
  setting: string;
  /** `undefined` where there was no such setting, and for a new object. */
  before: string | undefined;
  /** `undefined` where there is no such setting any more. */
  after: string | undefined;
  /** Whether a reviewer should look at it twice. */
  isRisky: boolean;
}

/** Puts the rows of a plan beside those of a former one, and what is gone last. @internal */
export function comparePlanRows(
  rows: readonly PlanRow[],
  former: readonly PlanRow[],
): PlanChange[] {
  const valueIn = (list: readonly PlanRow[], setting: string) =>
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

/** What changes of a plan, short enough to be read. @public */
export interface PlanComparison {
  /** What changes, with what it is and who can reach it whether that changes or not. */
  rows: readonly PlanChange[];
  /** Whether there is more, which stays as it is. */
  hasMore: boolean;
}

// Who makes it and who can reach it is shown whether it changes or not.
const ALWAYS = ['load balancer', 'scheme'];

const isChange = ({ before, after }: PlanChange) => before !== after;

/**
 * Puts the rows of a plan beside those of what is there, and leaves out what stays.
 *
 * @param options.isRefused - whether the controller refuses it, and leaves what is there as it is
 * @internal
 */
export function shortenPlan(
  rows: readonly PlanRow[],
  options: { former: readonly PlanRow[]; isRefused: boolean },
): PlanComparison {
  const { isRefused } = options;
  const former = options.former.filter(
    ({ setting }) => !isRefused || rows.some(row => row.setting === setting),
  );
  const changes = comparePlanRows(rows, former);
  const shown = changes.filter(
    row => isChange(row) || ALWAYS.includes(row.setting),
  );
  const hasMore = isRefused || shown.length < changes.length;
  return { rows: shown, hasMore };
}

const show = (text: string | undefined) => escapeMarkdown(text ?? '');
const strong = (text: string) => (text === '' ? '' : `**${text}**`);

/**
 * Shows rows of a plan as a Markdown table: all of them for something new, else what changes and what it was.
 *
 * @internal
 */
export function planTable(
  rows: readonly PlanRow[],
  options: {
    /** Rows of what is there; `undefined` for something new. */
    former: readonly PlanRow[] | undefined;
    /** Whether the controller refuses it, and leaves what is there as it is. */
    isRefused: boolean;
  },
): string {
  const { former, isRefused } = options;
  if (!former) {
    return table(
      ['setting', 'value'],
      comparePlanRows(rows, []).map(row => [
        show(row.setting),
        row.isRisky ? strong(show(row.after)) : show(row.after),
      ]),
    );
  }
  const shortened = shortenPlan(rows, { former, isRefused });
  const shown = shortened.rows.map(row => [
    show(row.setting),
    show(row.before),
    isChange(row) ? strong(show(row.after)) || 'no longer' : show(row.after),
  ]);
  const rest = shortened.hasMore ? '\nAll else stays as it is.\n' : '';
  return `${table(['setting', 'before', 'after'], shown)}${rest}`;
}
