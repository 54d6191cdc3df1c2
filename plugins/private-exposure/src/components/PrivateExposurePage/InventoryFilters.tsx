import { useCallback } from 'react';
import type { ExposurePage } from '@postern/backstage-plugin-private-exposure-common';
import type { PagedListing } from '../../hooks/usePagedListing';
import { useTexts, type Texts } from '../../hooks/useTexts';
import { SelectFilter, TextFilter } from './FilterFields';
import { words } from './options';
import { ScopeFilter } from './ScopeFilter';

/** By what exposures can be filtered; the order stands beside the filters in the page's address. @internal */
export type InventoryFilter =
  | 'text'
  | 'kind'
  | 'lifecycle'
  | 'health'
  | 'attention'
  | 'scopeId'
  | 'order';

/**
 * The filters of the inventory.
 *
 * @internal
 */
export function InventoryFilters(props: {
  /** Those to show. */
  names: readonly InventoryFilter[];
  listing: PagedListing<ExposurePage, InventoryFilter>;
}) {
  const t = useTexts();
  const { names, listing } = props;
  const { filters, setFilter } = listing;
  const setText = useCallback(
    (value: string | undefined) => setFilter('text', value),
    [setFilter],
  );
  return (
    <>
      <TextFilter
        label={t('filter.text')}
        value={filters.text}
        onChange={setText}
      />
      {selectFilters(t)
        .filter(({ name }) => names.includes(name))
        .map(({ name, label, options }) => (
          <SelectFilter<string>
            key={name}
            label={label}
            value={filters[name]}
            options={options}
            onChange={value => setFilter(name, value)}
          />
        ))}
      <ScopeFilter
        value={filters.scopeId}
        onChange={value => setFilter('scopeId', value)}
      />
    </>
  );
}

function selectFilters(t: Texts) {
  return [
    {
      name: 'kind',
      label: t('filter.kind'),
      options: words.exposureKinds.map(value => ({
        value,
        label: t(`kind.${value}`),
      })),
    },
    {
      name: 'lifecycle',
      label: t('filter.lifecycle'),
      options: words.lifecycles.map(value => ({
        value,
        label: t(`lifecycle.${value}`),
      })),
    },
    {
      name: 'health',
      label: t('filter.health'),
      options: words.healths.map(value => ({
        value,
        label: t(`health.${value}`),
      })),
    },
    {
      name: 'attention',
      label: t('filter.attention'),
      options: words.attentions.map(value => ({
        value,
        label: t(`attention.${value}`),
      })),
    },
  ] as const;
}
