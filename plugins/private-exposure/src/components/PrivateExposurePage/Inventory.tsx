import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  type ExposureOrder,
  type ExposurePage,
  type ExposureSummary,
} from '@postern/backstage-plugin-private-exposure-common';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';
import { usePagedListing } from '../../hooks/usePagedListing';
import { useTexts } from '../../hooks/useTexts';
import { InventoryFilters, type InventoryFilter } from './InventoryFilters';
import { InventoryTable } from './InventoryTable';
import { Listing } from './Listing';
import { readWord, words } from './options';

const inventoryFilters = [
  'text',
  'kind',
  'lifecycle',
  'health',
  'attention',
  'scopeId',
  'order',
] as const;
const orders: readonly ExposureOrder[] = [
  'name',
  '-name',
  'observedAt',
  '-observedAt',
  'health',
  '-health',
];

/**
 * Every exposure, filtered, ordered and paged by the backend.
 *
 * @internal
 */
export function Inventory() {
  const t = useTexts();
  const api = useApi(privateExposureApiRef);
  const listing = usePagedListing<
    ExposureSummary,
    ExposurePage,
    InventoryFilter
  >({
    filterNames: inventoryFilters,
    loadPage: useCallback(
      ({ kind, lifecycle, health, attention, order, ...query }, signal) =>
        api.listExposures(
          {
            ...query,
            kind: readWord(words.exposureKinds, kind),
            lifecycle: readWord(words.lifecycles, lifecycle),
            health: readWord(words.healths, health),
            attention: readWord(words.attentions, attention),
            order: readWord(orders, order),
          },
          { signal },
        ),
      [api],
    ),
  });
  const { order: _order, ...narrowing } = listing.filters;
  const isFiltered = Object.keys(narrowing).length > 0;
  return (
    <Listing
      listing={listing}
      filters={<InventoryFilters names={inventoryFilters} listing={listing} />}
    >
      {page => (
        <InventoryTable
          page={page}
          listing={listing}
          empty={
            isFiltered ? t('inventory.emptyFiltered') : t('inventory.empty')
          }
        />
      )}
    </Listing>
  );
}
