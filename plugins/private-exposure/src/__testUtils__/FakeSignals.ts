import type { SignalApi } from '@backstage/plugin-signals-react';
import {
  PRIVATE_EXPOSURE_SIGNAL_CHANNEL,
  type PrivateExposureSignal,
} from '@postern/backstage-plugin-private-exposure-common';

/** Signals that a test sends. */
export class FakeSignals implements SignalApi {
  readonly #listeners = new Set<(message: PrivateExposureSignal) => void>();

  subscribe(channel: string, onMessage: (message: never) => void) {
    if (channel !== PRIVATE_EXPOSURE_SIGNAL_CHANNEL) {
      throw new Error(`Nobody publishes on '${channel}'`);
    }
    const listener = onMessage as (message: PrivateExposureSignal) => void;
    this.#listeners.add(listener);
    return { unsubscribe: () => this.#listeners.delete(listener) };
  }

  send(): void {
    this.#listeners.forEach(listener => listener({ type: 'changed' }));
  }
}
