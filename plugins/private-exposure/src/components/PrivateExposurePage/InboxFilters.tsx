import { useCallback } from 'react';
import type { ConnectionPage } from '@postern/backstage-plugin-private-exposure-common';
import type { PagedListing } from '../../hooks/usePagedListing';
import { useTexts } from '../../hooks/useTexts';
import { SelectFilter, TextFilter } from './FilterFields';
import { words } from './options';
import { ScopeFilter } from './ScopeFilter';

/** By what connections can be filtered. @internal */
export type InboxFilter = 'state' | 'consumerAccount' | 'scopeId';

/**
 * The filters of the inbox.
 *
 * @internal
 */
export function InboxFilters(
  props: Pick<
    PagedListing<ConnectionPage, InboxFilter>,
    'filters' | 'setFilter'
  >,
) {
  const t = useTexts();
  const { filters, setFilter } = props;
  const setAccount = useCallback(
    (value: string | undefined) => setFilter('consumerAccount', value),
    [setFilter],
  );
  return (
    <>
      <SelectFilter
        label={t('filter.state')}
        value={filters.state}
        options={words.connectionStates.map(value => ({
          value,
          label: t(`connectionState.${value}`),
        }))}
        onChange={value => setFilter('state', value)}
      />
      <TextFilter
        label={t('filter.account')}
        value={filters.consumerAccount}
        onChange={setAccount}
      />
      <ScopeFilter
        value={filters.scopeId}
        onChange={value => setFilter('scopeId', value)}
      />
    </>
  );
}
