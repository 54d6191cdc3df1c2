import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import { useTexts } from '../../hooks/useTexts';
import { SelectFilter } from './FilterFields';

/**
 * Filters by source. Left out for those who may not see the sources.
 *
 * @internal
 */
export function ScopeFilter(props: {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const t = useTexts();
  const api = useApi(privateExposureApiRef);
  const query = useLiveQuery({
    load: useCallback(
      (signal: AbortSignal) => api.listScopes({ signal }),
      [api],
    ),
  });
  if (query.type !== 'ready') return null;
  return (
    <SelectFilter
      label={t('filter.scope')}
      options={query.value.map(({ id, title }) => ({
        value: id,
        label: title,
      }))}
      {...props}
    />
  );
}
