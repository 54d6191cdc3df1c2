import type { Knex } from 'knex';

const minute = 60_000;
// What changed longer ago and was not inspected since waits its turn among the longest unseen.
const changedWindow = 15 * minute;
const viewedWindow = 10 * minute;
const viewedInterval = minute;

/** What is to be inspected next. @internal */
export interface CandidateOptions {
  /** The scope. */
  scopeId: string;
  /** At most so many. */
  limit: number;
  /** The present. */
  now: Date;
  /** Inspections from before this moment are old. */
  inspectBefore: Date;
}

type Candidates = (
  knex: Knex,
  options: CandidateOptions,
) => PromiseLike<{ id: string }[]>;

const asked: Candidates = (knex, { scopeId, limit }) =>
  knex('exposures')
    .select('id')
    .where('scope_id', scopeId)
    .whereNotNull('refresh_requested_at')
    .orderBy('refresh_requested_at')
    .limit(limit);

const changed: Candidates = (knex, { scopeId, limit }) =>
  knex('exposures')
    .select('id')
    .where('scope_id', scopeId)
    .whereNull('gone_at')
    .whereRaw(
      '(inspection_attempted_at is null or changed_at > inspection_attempted_at)',
    )
    .orderBy('changed_at', 'desc')
    .limit(limit);

const changedConnections: Candidates = (knex, { scopeId, limit, now }) =>
  knex('connections as c')
    .join('exposures as e', 'e.id', 'c.exposure_id')
    .select({ id: 'e.id' })
    .where('c.scope_id', scopeId)
    .where('c.changed_at', '>', new Date(now.getTime() - changedWindow))
    .whereNull('e.gone_at')
    .whereRaw('c.changed_at > e.inspection_attempted_at')
    .groupBy('e.id')
    .orderByRaw('min(c.changed_at)')
    .limit(limit);

const viewed: Candidates = (knex, { scopeId, limit, now }) =>
  knex('views as v')
    .join('exposures as e', 'e.id', 'v.exposure_id')
    .select({ id: 'e.id' })
    .where('v.scope_id', scopeId)
    .where('v.viewed_at', '>', new Date(now.getTime() - viewedWindow))
    .whereNull('e.gone_at')
    .where(
      'e.inspection_attempted_at',
      '<',
      new Date(now.getTime() - viewedInterval),
    )
    .orderBy('v.viewed_at', 'desc')
    .limit(limit);

const oldest: Candidates = (knex, { scopeId, limit, inspectBefore }) =>
  knex('exposures')
    .select('id')
    .where('scope_id', scopeId)
    .whereNull('gone_at')
    .where('inspection_attempted_at', '<', inspectBefore)
    .orderBy('inspection_attempted_at')
    .limit(limit);

/**
 * Picks the exposures of a scope that an inspection would tell most about: first those that a person waits for, then
 * what changed, what somebody looks at, and the longest unseen.
 *
 * @remarks Each class is one walk along an index of its own, and the next is only asked if there is room.
 *
 * @internal
 */
export async function inspectionCandidates(
  knex: Knex,
  options: CandidateOptions,
): Promise<string[]> {
  const picked = new Set<string>();
  for (const classOf of [asked, changed, changedConnections, viewed, oldest]) {
    const room = options.limit - picked.size;
    if (room <= 0) break;
    // Those picked already may come again, in place of others.
    const limit = room + picked.size;
    const rows = await classOf(knex, { ...options, limit });
    for (const { id } of rows) {
      if (picked.size < options.limit) picked.add(id);
    }
  }
  return [...picked];
}
