import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Cluster } from '@postern/backstage-plugin-private-exposure-common';
import { readApiFailure, type ApiFailure } from '../../api/apiFailure';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';
import { loadPreview, type ExposurePreview } from './loadPreview';
import type { ExposureForm } from './readExposureForm';

/** Somebody who types on is not done; nobody notices less. */
const DEBOUNCE_MS = 300;

/** What there is to see of a form. @internal */
export type PreviewState =
  | { type: 'incomplete'; missing: readonly string[] }
  | { type: 'building' }
  | { type: 'failed'; failure: ApiFailure; retry: () => void }
  | {
      type: 'built';
      preview: ExposurePreview;
      /** Whether the form has changed since. */
      isBuilding: boolean;
    };

type Answer =
  | { type: 'built'; cluster: string; preview: ExposurePreview }
  | { type: 'failed'; failure: ApiFailure };

/**
 * Builds and lints what a form would write, after the last key press and outside of rendering.
 *
 * @param ownerTag - key of the tag that names the owner, where the configuration has one
 * @internal
 */
export function useExposurePreview(
  form: ExposureForm,
  ownerTag: string | undefined,
): PreviewState {
  const findCluster = useClusterFinder();
  const [answer, setAnswer] = useState<Answer>();
  const [builtKey, setBuiltKey] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt(before => before + 1), []);

  // A form makes new objects with each change of any field; what they say decides.
  const text = JSON.stringify(form);
  const key = `${text} ${attempt}`;
  const isFirst = useRef(true);

  useEffect(() => {
    const asked: ExposureForm = JSON.parse(text);
    if (asked.type === 'incomplete') {
      setAnswer(undefined);
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(
      async () => {
        isFirst.current = false;
        const next = await build(asked, {
          ownerTag,
          findCluster: name => findCluster(name, signal),
        });
        if (signal.aborted) return;
        setAnswer(next);
        setBuiltKey(key);
      },
      isFirst.current ? 0 : DEBOUNCE_MS,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, key, ownerTag, findCluster]);

  return useMemo(() => {
    const shown: ExposureForm = JSON.parse(text);
    if (shown.type === 'incomplete') return shown;
    const isBuilding = builtKey !== key;
    if (answer?.type === 'failed') {
      return isBuilding
        ? { type: 'building' }
        : { type: 'failed', failure: answer.failure, retry };
    }
    // What another cluster would make of it says nothing of this one.
    return answer?.cluster === shown.cluster
      ? { type: 'built', preview: answer.preview, isBuilding }
      : { type: 'building' };
  }, [text, key, builtKey, answer, retry]);
}

async function build(
  { cluster: name, sources }: Extract<ExposureForm, { type: 'complete' }>,
  options: {
    ownerTag: string | undefined;
    findCluster: (name: string) => Promise<Cluster>;
  },
): Promise<Answer> {
  const { ownerTag, findCluster } = options;
  try {
    const [{ previewExposure }, cluster] = await Promise.all([
      loadPreview(),
      findCluster(name),
    ]);
    const preview = previewExposure({ ...sources, ownerTag, cluster });
    return { type: 'built', cluster: name, preview };
  } catch (error) {
    return { type: 'failed', failure: readApiFailure(error) };
  }
}

/** Asks for each cluster once, as long as the form is open; a failure is asked again. */
function useClusterFinder() {
  const api = useApi(privateExposureApiRef);
  const known = useRef(new Map<string, Cluster>());
  return useCallback(
    async (name: string, signal: AbortSignal): Promise<Cluster> => {
      const cluster =
        known.current.get(name) ?? (await api.getCluster(name, { signal }));
      known.current.set(name, cluster);
      return cluster;
    },
    [api],
  );
}
