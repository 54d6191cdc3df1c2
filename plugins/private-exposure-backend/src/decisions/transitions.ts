import type { DecisionStatus } from '@postern/backstage-plugin-private-exposure-common';

/**
 * What may follow what in the life of a decision. Every write of a status checks it against this table.
 *
 * @remarks
 * `applying` has no way back to `requested`, and none to `superseded`: once a call may have left the process, nobody
 * can say that nothing was done. `requested` has none to `applied`: an effect that was there before we acted is not
 * ours.
 *
 * @internal
 */
export const decisionTransitions = {
  requested: ['applying', 'failed', 'superseded'],
  applying: ['applying', 'applied', 'failed', 'unconfirmed'],
  applied: [],
  failed: [],
  superseded: [],
  unconfirmed: [],
} as const satisfies Record<DecisionStatus, readonly DecisionStatus[]>;

/** Statuses from which a decision can come to another. @internal */
export function statusesBefore(status: DecisionStatus): DecisionStatus[] {
  const all = Object.keys(decisionTransitions) as DecisionStatus[];
  return all.filter(from => canFollow(from, status));
}

/** Whether a decision in one status may come to another. @internal */
export function canFollow(from: DecisionStatus, to: DecisionStatus): boolean {
  const next: readonly DecisionStatus[] = decisionTransitions[from];
  return next.includes(to);
}
