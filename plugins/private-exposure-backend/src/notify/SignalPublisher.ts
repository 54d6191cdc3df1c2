import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import {
  PRIVATE_EXPOSURE_SIGNAL_CHANNEL,
  type PrivateExposureSignal,
} from '@postern/backstage-plugin-private-exposure-common';
import type { StateChange } from '../database/StateChange';

/** What {@link SignalPublisher} needs. @internal */
export interface SignalPublisherOptions {
  /** Where signals go. */
  signals: SignalsService;
  /** Told if they do not. */
  logger: LoggerService;
  /** Changes within this time become one signal. Default 1 second. */
  within?: HumanDuration;
}

/**
 * Tells open pages to ask again, once for many changes.
 *
 * @remarks
 * A signal goes to everybody: who may read what, only the policy knows, and it answers questions about callers, not
 * about audiences. So a signal says that something changed and nothing else, not even in a form that somebody could
 * compare with a name they guess.
 *
 * @internal
 */
export class SignalPublisher {
  readonly #options: SignalPublisherOptions;
  #timer: NodeJS.Timeout | undefined;

  private constructor(options: SignalPublisherOptions) {
    this.#options = options;
  }

  static create(options: SignalPublisherOptions): SignalPublisher {
    return new SignalPublisher(options);
  }

  /** Call it after the changes are committed, or pages ask too early. */
  add(changes: readonly StateChange[]): void {
    if (changes.length === 0) return;
    const within = this.#options.within ?? { seconds: 1 };
    this.#timer ??= setTimeout(
      () => this.flush(),
      durationToMilliseconds(within),
    ).unref();
  }

  /** Sends what waits, now. */
  async flush(): Promise<void> {
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const message: PrivateExposureSignal = { type: 'changed' };
    try {
      await this.#options.signals.publish({
        recipients: { type: 'broadcast' },
        channel: PRIVATE_EXPOSURE_SIGNAL_CHANNEL,
        message,
      });
    } catch (error) {
      this.#options.logger.warn(
        `Open pages were not told of changes and will poll: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}
