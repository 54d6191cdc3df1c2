import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import {
  PRIVATE_EXPOSURE_SIGNAL_CHANNEL,
  type PrivateExposureSignal,
} from '@postern/backstage-plugin-private-exposure-common';
import type { StateChange } from '../database/StateChange';

/** More entities than that are not named: an empty list tells every page to ask again. */
const MOST_ENTITIES = 100;

/** What {@link SignalPublisher} needs. @internal */
export interface SignalPublisherOptions {
  /** Where signals go. */
  signals: SignalsService;
  /** Told if they do not. */
  logger: LoggerService;
  /** Changes within this time become one signal. Default half a second. */
  within?: HumanDuration;
}

/**
 * Tells open pages to ask again, once for many changes.
 *
 * @internal
 */
export class SignalPublisher {
  readonly #options: SignalPublisherOptions;
  readonly #waiting = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  private constructor(options: SignalPublisherOptions) {
    this.#options = options;
  }

  static create(options: SignalPublisherOptions): SignalPublisher {
    return new SignalPublisher(options);
  }

  /** Call it after the changes are committed, or pages ask too early. */
  add(changes: readonly StateChange[]): void {
    for (const { entityRef } of changes) {
      if (entityRef) this.#waiting.add(entityRef);
    }
    const within = this.#options.within ?? { milliseconds: 500 };
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
    const entityRefs = [...this.#waiting];
    this.#waiting.clear();
    const message: PrivateExposureSignal = {
      entityRefs: entityRefs.length > MOST_ENTITIES ? [] : entityRefs,
    };
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
