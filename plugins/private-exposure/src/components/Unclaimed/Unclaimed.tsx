import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  UnclaimedExposure,
  UnclaimedPage,
} from '@postern/backstage-plugin-private-exposure-common';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';
import { useOwnerTag } from '../../hooks/useOwnerTag';
import { usePagedListing } from '../../hooks/usePagedListing';
import { useTexts } from '../../hooks/useTexts';
import { Listing } from '../PrivateExposurePage/Listing';
import { UnclaimedFilters } from './UnclaimedFilters';
import {
  toUnclaimedQuery,
  unclaimedFilters,
  type UnclaimedFilter,
} from './unclaimedQuery';
import { UnclaimedTable } from './UnclaimedTable';
import { UnclaimedTotals } from './UnclaimedTotals';

/**
 * What no entity claims: who made it, when, what it exposes, what it costs, and what to do about it.
 *
 * @internal
 */
export function Unclaimed() {
  const t = useTexts();
  const ownerTag = useOwnerTag();
  const api = useApi(privateExposureApiRef);
  const listing = usePagedListing<
    UnclaimedExposure,
    UnclaimedPage,
    UnclaimedFilter
  >({
    filterNames: unclaimedFilters,
    loadPage: useCallback(
      ({ cursor, ...filters }, signal) =>
        api.listUnclaimed({ ...toUnclaimedQuery(filters), cursor }, { signal }),
      [api],
    ),
  });
  const { order: _order, ...narrowing } = listing.filters;
  const isFiltered = Object.keys(narrowing).length > 0;
  return (
    <Listing
      listing={listing}
      note={t('unclaimed.hint', {
        tag: <code key="tag">{ownerTag}</code>,
      })}
      filters={<UnclaimedFilters listing={listing} />}
    >
      {page => (
        <>
          <UnclaimedTotals filters={listing.filters} />
          <UnclaimedTable
            page={page}
            listing={listing}
            empty={
              isFiltered ? t('inventory.emptyFiltered') : t('unclaimed.empty')
            }
          />
        </>
      )}
    </Listing>
  );
}
