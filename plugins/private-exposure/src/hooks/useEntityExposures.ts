import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  EntityExposures,
  EntitySummary,
} from '@postern/backstage-plugin-private-exposure-common';
import { privateExposureApiRef } from '../api/privateExposureApiRef';
import { useLiveQuery, type LiveQuery } from './useLiveQuery';

/**
 * Everything about one entity's exposures.
 *
 * @internal
 */
export function useEntityExposures(
  entityRef: string,
): LiveQuery<EntityExposures> {
  const api = useApi(privateExposureApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getEntityExposures(entityRef, { signal }),
    [api, entityRef],
  );
  return useLiveQuery({ load });
}

/**
 * One line's worth about an entity. Entities that ask at the same time share a request.
 *
 * @internal
 */
export function useEntitySummary(entityRef: string): LiveQuery<EntitySummary> {
  const api = useApi(privateExposureApiRef);
  const load = useCallback(async () => {
    const [summary] = await api.getExposureSummaries([entityRef]);
    return (
      summary ?? { entityRef, exposures: [], openChanges: 0, conflicts: 0 }
    );
  }, [api, entityRef]);
  return useLiveQuery({ load });
}
