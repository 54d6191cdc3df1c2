import type { UnclaimedOrder } from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import type { ExposureRecord, Page } from '../../records';
import { loadExposureContext } from './exposureContext';
import type { ExposureListing, RowPage } from './exposureQuery';
import { pageLimit } from './limit';
import { pageByKey } from './pageByKey';
import { pageByKind } from './pageByKind';
import { pageByScope } from './pageByScope';
import type { Freshness } from './scopeSources';
import { toExposureRecord } from './toExposureRecord';

/**
 * One page of the inventory. Its cost depends on its size, not on how many pages came before: each order is a walk along
 * an index from where the cursor points.
 *
 * @internal
 */
export async function listExposures(
  knex: Knex,
  listing: ExposureListing,
  freshness: Freshness,
): Promise<Page<ExposureRecord>> {
  const limit = pageLimit(listing.limit);
  const order = listing.order ?? 'name';
  const { rows, nextCursor } = await readPage(knex, { listing, limit, order });
  const context = await loadExposureContext(knex, rows, listing);
  return {
    items: rows.map(row => toExposureRecord(row, context, freshness)),
    ...(nextCursor && { nextCursor }),
  };
}

function readPage(
  knex: Knex,
  options: { listing: ExposureListing; limit: number; order: UnclaimedOrder },
): Promise<RowPage> {
  const { order, ...rest } = options;
  switch (order) {
    case 'observedAt':
    case '-observedAt':
      return pageByScope(knex, { ...rest, order });
    case 'cost':
    case '-cost':
      return pageByKind(knex, { ...rest, order });
    default:
      return pageByKey(knex, { ...rest, order });
  }
}
