import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { ExposureStore } from '../database/ExposureStore';

const interval = 1_000;

/**
 * Notes what somebody looks at, so that it is inspected sooner: one write a second for all views, and none that a reader
 * waits for.
 *
 * @internal
 */
export class ViewLog {
  readonly #store: Pick<ExposureStore, 'touchViewed'>;
  readonly #logger: LoggerService;
  #viewed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  private constructor(
    store: Pick<ExposureStore, 'touchViewed'>,
    logger: LoggerService,
  ) {
    this.#store = store;
    this.#logger = logger;
  }

  static create(options: {
    store: Pick<ExposureStore, 'touchViewed'>;
    logger: LoggerService;
  }): ViewLog {
    return new ViewLog(options.store, options.logger);
  }

  /** Notes some exposures, within a second. */
  add(exposureIds: readonly string[]): void {
    for (const id of exposureIds) this.#viewed.add(id);
    if (this.#viewed.size === 0) return;
    // A second's views are no reason to keep the process alive.
    this.#timer ??= setTimeout(() => this.#flush(), interval).unref();
  }

  async #flush(): Promise<void> {
    const ids = [...this.#viewed];
    this.#viewed = new Set();
    this.#timer = undefined;
    try {
      await this.#store.touchViewed(ids, new Date());
    } catch (error) {
      this.#logger.warn(
        `Could not note what was viewed: ${stringifyError(error)}`,
      );
    }
  }
}
