import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  hasEnded,
  type Decision,
} from '@postern/backstage-plugin-private-exposure-common';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';
import { useLiveUpdates } from '../../hooks/useLiveUpdates';

/** Most decisions end within seconds; one that waits for a second person may take days. */
const delays = [1_000, 1_000, 1_000, 2_000, 3_000, 5_000, 10_000];

/**
 * Follows a stored decision until nothing more will happen to it.
 *
 * @internal
 */
export function useFollowedDecision(
  stored: Decision | undefined,
): { decision: Decision; isPollFailing: boolean } | undefined {
  const api = useApi(privateExposureApiRef);
  const [latest, setLatest] = useState<Decision>();
  const [isPollFailing, setPollFailing] = useState(false);
  const wake = useRef<() => void>();
  const decision = latest?.id === stored?.id ? latest ?? stored : stored;
  const id = decision && !hasEnded(decision) ? decision.id : undefined;

  useEffect(() => {
    if (!id) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    let timer: ReturnType<typeof setTimeout>;
    const pause = (delay: number) =>
      new Promise<void>(resolve => {
        timer = setTimeout(resolve, delay);
        wake.current = resolve;
      });
    const follow = async () => {
      for (let polls = 0; ; polls += 1) {
        await pause(delays[Math.min(polls, delays.length - 1)]);
        clearTimeout(timer);
        if (signal.aborted) return;
        try {
          const answer = await api.getDecision(id, { signal });
          if (signal.aborted) return;
          setPollFailing(false);
          setLatest(answer);
          if (hasEnded(answer)) return;
        } catch {
          // The decision is safe in the backend; only its progress is unknown for now, and the dialog says so.
          if (signal.aborted) return;
          setPollFailing(true);
        }
      }
    };
    follow();
    return () => {
      controller.abort();
      clearTimeout(timer);
      wake.current = undefined;
    };
  }, [api, id]);

  useLiveUpdates({ onUpdate: () => wake.current?.(), isAwaited: true });
  return decision && { decision, isPollFailing };
}
