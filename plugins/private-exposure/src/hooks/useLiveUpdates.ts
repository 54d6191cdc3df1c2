import { useEffect, useRef } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  PRIVATE_EXPOSURE_SIGNAL_CHANNEL,
  type PrivateExposureSignal,
} from '@postern/backstage-plugin-private-exposure-common';

/** Signals that come in quick succession cost one request, this many milliseconds after the first. */
const signalDelay = 500;
/** Without signals, a visible page asks this often (milliseconds). */
const pollInterval = 30_000;
/** With signals, polling only covers for a lost one. */
const pollIntervalWithSignals = 300_000;

/**
 * Says when to ask again: on a signal that concerns the view, else from time to time while the tab is visible.
 *
 * @remarks
 * Subscribes by itself instead of with `useSignal`, which keeps only the last of the messages that arrive between two
 * renders; each names other entities, so none may be lost. Works where no signals plugin is installed.
 *
 * @internal
 */
export function useLiveUpdates(options: {
  onUpdate: () => void;
  /** Whether a signal is about what the view shows. Left out, every signal is. */
  concerns?: (signal: PrivateExposureSignal) => boolean;
}): void {
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    if (!signals) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const subscription = signals.subscribe<PrivateExposureSignal>(
      PRIVATE_EXPOSURE_SIGNAL_CHANNEL,
      signal => {
        if (timer || !(latest.current.concerns?.(signal) ?? true)) return;
        timer = setTimeout(() => {
          timer = undefined;
          latest.current.onUpdate();
        }, signalDelay);
      },
    );
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [signals]);

  useEffect(() => {
    const interval = signals ? pollIntervalWithSignals : pollInterval;
    let lastUpdate = Date.now();
    const updateIfDue = () => {
      const isDue = Date.now() - lastUpdate >= interval;
      if (!isDue || document.visibilityState !== 'visible') return;
      lastUpdate = Date.now();
      latest.current.onUpdate();
    };
    const timer = setInterval(updateIfDue, interval);
    // A tab that comes back to the front catches up at once.
    document.addEventListener('visibilitychange', updateIfDue);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', updateIfDue);
    };
  }, [signals]);
}
