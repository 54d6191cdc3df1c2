import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Cluster } from '@postern/backstage-plugin-private-exposure-common';
import { readApiFailure, type ApiFailure } from '../../api/apiFailure';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';

/** What is known of the clusters that the back end has profiles of. @internal */
export type ClustersState =
  | { type: 'loading' }
  | { type: 'failed'; failure: ApiFailure; retry: () => void }
  | { type: 'ready'; clusters: readonly Cluster[] };

/**
 * Asks the back end once which clusters have a profile; they change with its configuration alone.
 *
 * @internal
 */
export function useClusters(): ClustersState {
  const api = useApi(privateExposureApiRef);
  const [state, setState] = useState<ClustersState>({ type: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt(before => before + 1), []);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setState({ type: 'loading' });
    const load = async (): Promise<ClustersState> => {
      try {
        return { type: 'ready', clusters: await api.listClusters({ signal }) };
      } catch (error) {
        return { type: 'failed', failure: readApiFailure(error), retry };
      }
    };
    load().then(next => {
      if (!signal.aborted) setState(next);
    });
    return () => controller.abort();
  }, [api, attempt, retry]);

  return state;
}
