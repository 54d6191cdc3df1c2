import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Cluster } from '@postern/backstage-plugin-private-exposure-common';
import { readApiFailure, type ApiFailure } from '../../api/apiFailure';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';
import { loadPreview, type ExposurePreview } from './loadPreview';
import type { CompleteForm, ExposureForm } from './readExposureForm';
import {
  usePresentServices,
  type PresentService,
  type ServicePlace,
} from './usePresentServices';

/** Somebody who types on is not done; nobody notices less. */
const DEBOUNCE_MS = 300;

/** What there is to see of a form. @internal */
export type PreviewState =
  | Exclude<ExposureForm, CompleteForm>
  | { type: 'building' }
  | { type: 'failed'; failure: ApiFailure; retry: () => void }
  | {
      type: 'built';
      preview: ExposurePreview;
      /** What the manifest has now. */
      present: PresentService;
      /** Asks again for what could not be shown. */
      retry: () => void;
      /** Whether the form has changed since. */
      isBuilding: boolean;
    };

interface Built {
  preview: ExposurePreview;
  present: PresentService;
}

type Answer =
  | ({ type: 'built'; cluster: string } & Built)
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
  const findPresent = usePresentServices();
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
    if (asked.type !== 'complete') {
      setAnswer(undefined);
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(
      async () => {
        isFirst.current = false;
        await build(asked, {
          ownerTag,
          findCluster: name => findCluster(name, signal),
          findPresent: (entityRef, place) =>
            findPresent(entityRef, place, signal),
          onAnswer: next => {
            if (signal.aborted) return;
            setAnswer(next);
            setBuiltKey(key);
          },
        });
      },
      isFirst.current ? 0 : DEBOUNCE_MS,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, key, ownerTag, findCluster, findPresent]);

  return useMemo(() => {
    const shown: ExposureForm = JSON.parse(text);
    if (shown.type !== 'complete') return shown;
    const isBuilding = builtKey !== key;
    if (answer?.type === 'failed') {
      return isBuilding
        ? { type: 'building' }
        : { type: 'failed', failure: answer.failure, retry };
    }
    // What another cluster would make of it says nothing of this one.
    if (answer?.cluster !== shown.cluster) return { type: 'building' };
    const { preview, present } = answer;
    return { type: 'built', preview, present, retry, isBuilding };
  }, [text, key, builtKey, answer, retry]);
}

interface BuildOptions {
  ownerTag: string | undefined;
  findCluster: (name: string) => Promise<Cluster>;
  findPresent: (
    entityRef: string,
    place: ServicePlace,
  ) => PresentService | Promise<PresentService>;
  /** Told of the preview, and once more when it is known what the manifest has. */
  onAnswer: (answer: Answer) => void;
}

async function build(form: CompleteForm, options: BuildOptions): Promise<void> {
  const { ownerTag, findCluster, onAnswer } = options;
  try {
    const [preview, cluster] = await Promise.all([
      loadPreview(form),
      findCluster(form.cluster),
    ]);
    await compare(
      form,
      object => preview({ ownerTag, cluster, present: object }),
      {
        ...options,
        onBuilt: built =>
          onAnswer({ type: 'built', cluster: form.cluster, ...built }),
      },
    );
  } catch (error) {
    onAnswer({ type: 'failed', failure: readApiFailure(error) });
  }
}

/** Shows what would come of a form before it is known what is there: a Git host may take its time. */
async function compare(
  { sources: { entityRef }, isElsewhere }: CompleteForm,
  previewWith: (present?: object) => ExposurePreview,
  options: Pick<BuildOptions, 'findPresent'> & {
    onBuilt: (built: Built) => void;
  },
): Promise<void> {
  const { findPresent, onBuilt } = options;
  const preview = previewWith();
  const place = preview.type === 'ready' ? preview.service : undefined;
  if (!place || isElsewhere) {
    const type = place ? 'elsewhere' : 'untold';
    onBuilt({ preview, present: { type } });
    return;
  }
  const found = findPresent(entityRef, place);
  if (found instanceof Promise) {
    onBuilt({ preview, present: { type: 'loading' } });
  }
  const present = await found;
  const service =
    present.type === 'answered' ? present.answer.service : undefined;
  onBuilt({ preview: service ? previewWith(service) : preview, present });
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
