import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Change,
  ChangePage,
} from '@postern/backstage-plugin-private-exposure-common';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';
import { usePagedListing } from '../../hooks/usePagedListing';
import { useTexts } from '../../hooks/useTexts';
import { ChangesTable } from '../primitives/ChangesTable';
import { SelectFilter } from './FilterFields';
import { Listing } from './Listing';
import { readWord, words } from './options';

const filterNames = ['state'] as const;

/**
 * The pull requests that templates opened, newest first.
 *
 * @internal
 */
export function ChangesListing() {
  const t = useTexts();
  const api = useApi(privateExposureApiRef);
  const listing = usePagedListing<
    Change,
    ChangePage,
    (typeof filterNames)[number]
  >({
    filterNames,
    loadPage: useCallback(
      ({ state, cursor }, signal) =>
        api.listChanges(
          { cursor, state: readWord(words.changeStates, state) },
          { signal },
        ),
      [api],
    ),
  });
  return (
    <Listing
      listing={listing}
      filters={
        <SelectFilter
          label={t('filter.state')}
          value={listing.filters.state}
          options={words.changeStates.map(value => ({
            value,
            label: t(`changeState.${value}`),
          }))}
          onChange={value => listing.setFilter('state', value)}
        />
      }
    >
      {page => <ChangesTable changes={page.items} withEntity />}
    </Listing>
  );
}
