import type { Knex } from 'knex';
import type { ExposureCriteria } from '../../ExposureFilter';

/** What a query lists; `e` is the exposure, and missing where a change has none yet. @internal */
export type ListedRows =
  /** `exposures as e`. */
  | 'exposures'
  /** `connections as c`, joined with their exposures. */
  | 'connections'
  /** `changes as ch`, left-joined with the exposures that came out of them. */
  | 'changes';

/**
 * Adds what a caller may see to a query.
 *
 * @remarks
 * Every condition is true or false, never SQL's unknown: under a `not`, unknown would hide what nobody claims.
 *
 * @internal
 */
export function applyCriteria(
  query: Knex.QueryBuilder,
  criteria: ExposureCriteria | undefined,
  listed: ListedRows = 'exposures',
): void {
  if (criteria) {
    query.where(builder => add(builder, criteria, listed));
  }
}

function add(
  builder: Knex.QueryBuilder,
  criteria: ExposureCriteria,
  listed: ListedRows,
): void {
  // A change is its entity's from the first day on, whatever comes out of it.
  const entityRef = listed === 'changes' ? 'ch.entity_ref' : 'e.entity_ref';
  if ('allOf' in criteria) {
    builder.whereRaw('1 = 1');
    for (const part of criteria.allOf) {
      builder.andWhere(inner => add(inner, part, listed));
    }
  } else if ('anyOf' in criteria) {
    builder.whereRaw('1 = 0');
    for (const part of criteria.anyOf) {
      builder.orWhere(inner => add(inner, part, listed));
    }
  } else if ('not' in criteria) {
    builder.whereNot(inner => add(inner, criteria.not, listed));
  } else if ('ownerIn' in criteria) {
    builder.whereExists(exists =>
      exists
        .from('claimant_owners as o')
        .select('o.owner_ref')
        .whereRaw(`o.entity_ref = ${entityRef}`)
        .whereIn('o.owner_ref', criteria.ownerIn),
    );
  } else if ('entityRefIn' in criteria) {
    builder.whereNotNull(entityRef).whereIn(entityRef, criteria.entityRefIn);
  } else if ('scopeIdIn' in criteria) {
    builder
      .whereNotNull('e.scope_id')
      .whereIn('e.scope_id', criteria.scopeIdIn);
  } else if ('kindIn' in criteria) {
    // A change says itself what it is to become.
    const kind = listed === 'changes' ? 'ch.kind' : 'e.kind';
    builder.whereNotNull(kind).whereIn(kind, criteria.kindIn);
  } else if (listed === 'connections') {
    builder.whereIn('c.consumer_account', criteria.consumerAccountIn);
  } else {
    builder.whereExists(exists =>
      exists
        .from('connections as cc')
        .select('cc.id')
        .whereRaw('cc.exposure_id = e.id')
        .whereNull('cc.gone_at')
        .whereIn('cc.consumer_account', criteria.consumerAccountIn),
    );
  }
}
