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
  const pollNow = useRef<() => void>();
  const decision = latest?.id === stored?.id ? latest ?? stored : stored;
  const id = decision && !hasEnded(decision) ? decision.id : undefined;

  useEffect(() => {
    if (!id) return undefined;
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    let polls = 0;
    const poll = async () => {
      clearTimeout(timer);
      try {
        const answer = await api.getDecision(id, { signal: controller.signal });
        if (controller.signal.aborted) return;
        setPollFailing(false);
        setLatest(answer);
        if (hasEnded(answer)) return;
      } catch {
        // The decision is safe in the backend; only its progress is unknown for now, and the dialog says so.
        if (controller.signal.aborted) return;
        setPollFailing(true);
      }
      schedule();
    };
    const schedule = () => {
      clearTimeout(timer);
      timer = setTimeout(poll, delays[Math.min(polls, delays.length - 1)]);
      polls += 1;
    };
    pollNow.current = poll;
    schedule();
    return () => {
      pollNow.current = undefined;
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, id]);

  useLiveUpdates({ onUpdate: () => pollNow.current?.() });
  return decision && { decision, isPollFailing };
}
