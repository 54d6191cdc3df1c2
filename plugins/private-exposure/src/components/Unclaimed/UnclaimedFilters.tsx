import { useCallback } from 'react';
import {
  exposureKinds,
  type UnclaimedPage,
} from '@postern/backstage-plugin-private-exposure-common';
import type { PagedListing } from '../../hooks/usePagedListing';
import { useTexts, type Texts } from '../../hooks/useTexts';
import { SelectFilter, TextFilter } from '../PrivateExposurePage/FilterFields';
import { PlaceFilters } from './PlaceFilters';
import { ages, managers, type UnclaimedFilter } from './unclaimedQuery';

/**
 * The filters of what no entity claims.
 *
 * @internal
 */
export function UnclaimedFilters(props: {
  listing: PagedListing<UnclaimedPage, UnclaimedFilter>;
}) {
  const t = useTexts();
  const { filters, setFilter } = props.listing;
  const setText = useCallback(
    (value: string | undefined) => setFilter('text', value),
    [setFilter],
  );
  const setMaker = useCallback(
    (value: string | undefined) => setFilter('createdBy', value),
    [setFilter],
  );
  return (
    <>
      <TextFilter
        label={t('unclaimed.text')}
        value={filters.text}
        onChange={setText}
      />
      <TextFilter
        label={t('unclaimed.createdByStarts')}
        value={filters.createdBy}
        onChange={setMaker}
      />
      {selectsOf(t).map(({ name, label, options }) => (
        <SelectFilter<string>
          key={name}
          label={label}
          value={filters[name]}
          options={options}
          onChange={value => setFilter(name, value)}
        />
      ))}
      <PlaceFilters listing={props.listing} />
    </>
  );
}

/** What is chosen from a list of words that the page knows itself. */
function selectsOf(t: Texts) {
  return [
    {
      name: 'kind',
      label: t('filter.kind'),
      options: exposureKinds.map(value => ({
        value,
        label: t(`kind.${value}`),
      })),
    },
    {
      name: 'olderThanDays',
      label: t('unclaimed.age'),
      options: ages.map(days => ({
        value: String(days),
        label: t('unclaimed.olderThan', { count: days }),
      })),
    },
    {
      name: 'manager',
      label: t('unclaimed.managedBy'),
      options: managers.map(value => ({
        value,
        label: t(`manager.${value}`),
      })),
    },
  ] as const;
}
