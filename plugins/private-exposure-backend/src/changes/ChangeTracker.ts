import type { LoggerService } from '@backstage/backend-plugin-api';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { StateChange, StateChangeListener } from '../database/StateChange';
import type { ExposureObservation } from '../observation/ExposureObservation';
import { scrubError } from '../observation/scrubSecrets';
import type { ChangeStore, StoredChange } from './ChangeStore';
import { lookupsPerRound, nextLookup } from './lookupSchedule';
import type { PullRequestReader } from './PullRequestReader';

const PARALLEL = 4;
const CALL_TIMEOUT: HumanDuration = { seconds: 15 };

/** What {@link ChangeTracker} needs. @internal */
export interface ChangeTrackerOptions {
  /** Where changes are kept. */
  store: ChangeStore;
  /** Asks the Git hosts. */
  reader: Pick<PullRequestReader, 'read'>;
  /** Told of merges and closes, after they are recorded. */
  onChanges: StateChangeListener;
  /** A merge makes something appear; until it does, its author watches the page. */
  observation: Pick<ExposureObservation, 'surveySoon'>;
  /** How often it is asked to. */
  pollInterval: HumanDuration;
  /** Told of hosts that do not answer. */
  logger: LoggerService;
}

/**
 * Follows open pull requests to their end, and ties them to what comes out of them.
 *
 * @internal
 */
export class ChangeTracker {
  readonly #options: ChangeTrackerOptions;

  private constructor(options: ChangeTrackerOptions) {
    this.#options = options;
  }

  static create(options: ChangeTrackerOptions): ChangeTracker {
    return new ChangeTracker(options);
  }

  /** One round. A host that does not answer leaves its changes as they were, and holds up nobody else's. */
  async poll(signal: AbortSignal): Promise<void> {
    const { store, onChanges, observation, pollInterval } = this.#options;
    const most = lookupsPerRound(pollInterval);
    const due = await store.listDue(new Date(), most);
    const seen: StateChange[] = [];
    const work = due.values();
    const workers = Array.from({ length: PARALLEL }, async () => {
      for (const change of work) {
        signal.throwIfAborted();
        seen.push(...(await this.#follow(change, signal)));
      }
    });
    await Promise.all(workers);
    await store.linkExposures();
    if (seen.length > 0) await onChanges(seen);
    if (seen.some(change => change.type === 'change-merged')) {
      await observation.surveySoon();
    }
  }

  async #follow(
    change: StoredChange,
    signal: AbortSignal,
  ): Promise<StateChange[]> {
    const { store, reader, pollInterval, logger } = this.#options;
    const openedAt = new Date(change.openedAt);
    const timeout = AbortSignal.timeout(durationToMilliseconds(CALL_TIMEOUT));
    try {
      const reading = await reader.read(change.url, {
        signal: AbortSignal.any([signal, timeout]),
      });
      const at = new Date();
      const movedAt = reading.movedAt ?? openedAt;
      const dueAt = nextLookup(movedAt, at, pollInterval);
      return await store.recordReading(change.id, reading, { at, dueAt });
    } catch (error) {
      signal.throwIfAborted();
      // Both the log and the page show it, and the request carried a credential.
      const { message } = scrubError(error);
      logger.warn(`Could not follow '${change.url}': ${message}`);
      const at = new Date();
      const dueAt = nextLookup(openedAt, at, pollInterval);
      await store.recordFailure(change.id, message, { at, dueAt });
      return [];
    }
  }
}
