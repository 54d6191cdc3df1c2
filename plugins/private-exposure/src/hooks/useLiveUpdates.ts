import { useEffect, useRef } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { PRIVATE_EXPOSURE_SIGNAL_CHANNEL } from '@postern/backstage-plugin-private-exposure-common';

/** Signals that come in quick succession cost one request, this many milliseconds after the first. */
const signalDelay = 500;
/** And up to this many more: everybody's pages hear of a signal at once, and must not ask at once. */
const signalSpread = 500;
/** Signals do not say what changed: a view that has just asked waits this long before the next one makes it ask. */
const signalInterval = 5_000;
/** Without signals, a visible page asks this often (milliseconds). */
const pollInterval = 30_000;
/** With signals, polling covers for a lost one, and for the age of what was seen, which no signal tells. */
const pollIntervalWithSignals = 60_000;

/**
 * Says when to ask again: on a signal, else from time to time, and always only while the tab is visible.
 *
 * @remarks Works where no signals plugin is installed.
 *
 * @internal
 */
export function useLiveUpdates(options: {
  onUpdate: () => void;
  /** Whether the reader waits for this very signal, as few others do: then it is not put off for them. */
  isAwaited?: boolean;
}): void {
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    const interval = signals ? pollIntervalWithSignals : pollInterval;
    let isMissed = false;
    let lastUpdate = Date.now();
    let lastSignalled = 0;
    let signalled: ReturnType<typeof setTimeout> | undefined;

    const updateIfDue = () => {
      const isDue = isMissed || Date.now() - lastUpdate >= interval;
      if (!isDue || document.visibilityState !== 'visible') return;
      isMissed = false;
      lastUpdate = Date.now();
      latest.current.onUpdate();
    };
    const subscription = signals?.subscribe(
      PRIVATE_EXPOSURE_SIGNAL_CHANNEL,
      () => {
        if (signalled) return;
        const pause = lastSignalled + signalInterval - Date.now();
        const spread = latest.current.isAwaited ? 0 : signalSpread;
        const delay = signalDelay + Math.random() * spread;
        signalled = setTimeout(() => {
          signalled = undefined;
          lastSignalled = Date.now();
          isMissed = true;
          updateIfDue();
        }, Math.max(delay, pause));
      },
    );
    const polling = setInterval(updateIfDue, interval);
    // A tab that comes back to the front catches up at once.
    document.addEventListener('visibilitychange', updateIfDue);
    return () => {
      subscription?.unsubscribe();
      clearTimeout(signalled);
      clearInterval(polling);
      document.removeEventListener('visibilitychange', updateIfDue);
    };
  }, [signals]);
}
