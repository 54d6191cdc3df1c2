import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Scope,
  UnclaimedPage,
} from '@postern/backstage-plugin-private-exposure-common';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import type { PagedListing } from '../../hooks/usePagedListing';
import { useTexts } from '../../hooks/useTexts';
import { SelectFilter } from '../PrivateExposurePage/FilterFields';
import type { UnclaimedFilter } from './unclaimedQuery';

/**
 * Filters by cloud, account and source, from one list of the sources. Left out for those who may not see them.
 *
 * @internal
 */
export function PlaceFilters(props: {
  listing: PagedListing<UnclaimedPage, UnclaimedFilter>;
}) {
  const t = useTexts();
  const { filters, setFilter } = props.listing;
  const api = useApi(privateExposureApiRef);
  const query = useLiveQuery({
    load: useCallback(
      (signal: AbortSignal) => api.listScopes({ signal }),
      [api],
    ),
  });
  if (query.type !== 'ready') return null;
  const scopes = query.value;
  const places = [
    {
      name: 'provider',
      label: t('unclaimed.provider'),
      options: distinct(scopes, ({ provider }) => provider),
    },
    {
      name: 'account',
      label: t('unclaimed.account'),
      options: distinct(scopes, ({ account }) => account),
    },
    {
      name: 'scopeId',
      label: t('filter.scope'),
      options: scopes.map(({ id, title }) => ({ value: id, label: title })),
    },
  ] as const;
  return (
    <>
      {places.map(({ name, label, options }) => (
        <SelectFilter
          key={name}
          label={label}
          value={filters[name]}
          options={options}
          onChange={value => setFilter(name, value)}
        />
      ))}
    </>
  );
}

function distinct(
  scopes: readonly Scope[],
  valueOf: (scope: Scope) => string | undefined,
) {
  const values = scopes.flatMap(scope => valueOf(scope) ?? []);
  return [...new Set(values)].sort().map(value => ({ value, label: value }));
}
