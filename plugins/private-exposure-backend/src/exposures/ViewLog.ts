import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { ChangeStore } from '../changes/ChangeStore';
import type { ExposureStore } from '../database/ExposureStore';

const interval = 1_000;
/** What was noted so lately need not be noted again. */
const notedFor = 60_000;

/** What {@link ViewLog} needs. @internal */
export interface ViewLogOptions {
  /** Inspects what is viewed sooner. */
  store: Pick<ExposureStore, 'touchViewed'>;
  /** Looks up what is viewed sooner. */
  changes: Pick<ChangeStore, 'lookSoon'>;
  /** Told if a note was lost. */
  logger: LoggerService;
  /** Milliseconds; the machine's clock if left out. */
  clock?: () => number;
}

/**
 * Notes what somebody looks at, so that it is looked at again sooner: once a minute for each exposure, one write of each
 * sort a second for all views, and none that a reader waits for.
 *
 * @internal
 */
export class ViewLog {
  readonly #options: ViewLogOptions;
  readonly #clock: () => number;
  /** When an exposure was noted, the longest ago first. */
  readonly #noted = new Map<string, number>();
  #exposures = new Set<string>();
  #changes = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  private constructor(options: ViewLogOptions) {
    this.#options = options;
    this.#clock = options.clock ?? (() => performance.now());
  }

  static create(options: ViewLogOptions): ViewLog {
    return new ViewLog(options);
  }

  /** Notes some exposures and changes, within a second. */
  add(exposureIds: readonly string[], changeIds: readonly string[] = []): void {
    const now = this.#clock();
    this.#forget(now - notedFor);
    for (const id of exposureIds) {
      if (this.#noted.has(id)) continue;
      this.#noted.set(id, now);
      this.#exposures.add(id);
    }
    for (const id of changeIds) this.#changes.add(id);
    if (this.#exposures.size + this.#changes.size === 0) return;
    // A second's views are no reason to keep the process alive.
    this.#timer ??= setTimeout(() => this.#flush(), interval).unref();
  }

  #forget(before: number): void {
    for (const [id, at] of this.#noted) {
      if (at > before) return;
      this.#noted.delete(id);
    }
  }

  async #flush(): Promise<void> {
    const { store, changes, logger } = this.#options;
    const exposureIds = [...this.#exposures];
    const changeIds = [...this.#changes];
    this.#exposures = new Set();
    this.#changes = new Set();
    this.#timer = undefined;
    const now = new Date();
    try {
      await store.touchViewed(exposureIds, now);
      if (changeIds.length > 0) await changes.lookSoon(changeIds, now);
    } catch (error) {
      for (const id of exposureIds) this.#noted.delete(id);
      logger.warn(`Could not note what was viewed: ${stringifyError(error)}`);
    }
  }
}
