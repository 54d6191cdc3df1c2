import type { Knex } from 'knex';
import type { ExposureCriteria } from '../../ExposureFilter';

/**
 * Adds what a caller may see to a query over `exposures as e`, and over `connections as c` where `overConnections`.
 *
 * @remarks
 * Every condition is true or false, never SQL's unknown: under a `not`, unknown would hide what nobody claims.
 *
 * @internal
 */
export function applyCriteria(
  query: Knex.QueryBuilder,
  criteria: ExposureCriteria | undefined,
  options?: { overConnections?: boolean },
): void {
  if (criteria) {
    query.where(builder => add(builder, criteria, options ?? {}));
  }
}

function add(
  builder: Knex.QueryBuilder,
  criteria: ExposureCriteria,
  options: { overConnections?: boolean },
): void {
  if ('allOf' in criteria) {
    builder.whereRaw('1 = 1');
    for (const part of criteria.allOf) {
      builder.andWhere(inner => add(inner, part, options));
    }
  } else if ('anyOf' in criteria) {
    builder.whereRaw('1 = 0');
    for (const part of criteria.anyOf) {
      builder.orWhere(inner => add(inner, part, options));
    }
  } else if ('not' in criteria) {
    builder.whereNot(inner => add(inner, criteria.not, options));
  } else if ('ownerIn' in criteria) {
    builder.whereExists(exists =>
      exists
        .from('claimant_owners as o')
        .select('o.owner_ref')
        .whereRaw('o.entity_ref = e.entity_ref')
        .whereIn('o.owner_ref', criteria.ownerIn),
    );
  } else if ('entityRefIn' in criteria) {
    builder
      .whereNotNull('e.entity_ref')
      .whereIn('e.entity_ref', criteria.entityRefIn);
  } else if ('scopeIdIn' in criteria) {
    builder.whereIn('e.scope_id', criteria.scopeIdIn);
  } else if ('kindIn' in criteria) {
    builder.whereIn('e.kind', criteria.kindIn);
  } else if (options.overConnections) {
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
