import type { ExposureKind } from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import { type ExposureListing, exposureQuery } from './exposureQuery';

/**
 * How many exposures of each kind a listing has. Of what nobody claims an index has the kinds, so that no row is read
 * unless a filter needs it.
 *
 * @internal
 */
export async function countUnclaimed(
  knex: Knex,
  listing: ExposureListing,
): Promise<Map<ExposureKind, number>> {
  const rows: { kind: ExposureKind; count: number | string }[] =
    await exposureQuery(knex, listing)
      .clearSelect()
      .select('e.kind')
      .count({ count: '*' })
      .groupBy('e.kind');
  return new Map(rows.map(({ kind, count }) => [kind, Number(count)]));
}
