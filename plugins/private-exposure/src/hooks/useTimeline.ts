import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { EventPage } from '@postern/backstage-plugin-private-exposure-common';
import { privateExposureApiRef } from '../api/privateExposureApiRef';
import { useLiveQuery, type LiveQuery } from './useLiveQuery';

const step = 5;
/** As many as the backend gives in one answer. */
const most = 200;

/**
 * The timeline of an exposure, kept up to date, longer on demand.
 *
 * @remarks
 * More is a longer first page, not a second one: pages that are asked for at different times would leave out what
 * moved from one to the other meanwhile.
 *
 * @internal
 */
export function useTimeline(exposureId: string): {
  query: LiveQuery<EventPage>;
  /** Missing when there is nothing older. */
  showMore?: () => void;
} {
  const api = useApi(privateExposureApiRef);
  const [limit, setLimit] = useState(step);
  const query = useLiveQuery({
    load: useCallback(
      (signal: AbortSignal) =>
        api.listEvents(exposureId, { limit }, { signal }),
      [api, exposureId, limit],
    ),
    keepWhileChanging: true,
  });
  const hasMore =
    query.type === 'ready' &&
    query.value.nextCursor !== undefined &&
    limit < most;
  return {
    query,
    showMore: hasMore
      ? () => setLimit(current => Math.min(current + 4 * step, most))
      : undefined,
  };
}
