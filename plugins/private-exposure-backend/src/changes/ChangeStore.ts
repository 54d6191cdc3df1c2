import type {
  Change,
  ChangeRequest,
  ChangeState,
} from '@postern/backstage-plugin-private-exposure-common';
import type { ReadFilter } from '../database/ExposureStore';
import type { Page } from '../database/records';
import type { StateChange } from '../database/StateChange';

/** A change as it is kept; what is sent adds how fresh it is. @internal */
export interface StoredChange extends Omit<Change, 'source'> {
  /** When the Git host last answered. */
  checkedAt?: Date;
  /** Why it did not, the last time. */
  checkError?: string;
  /** When the Git host is asked next. */
  dueAt: Date;
  /** The id in the request message of the connection that it makes. Not for anybody to see. */
  requestId?: string;
}

/** Which changes a listing is about. @internal */
export interface ChangeQuery extends ReadFilter {
  /** At most so many. */
  limit: number;
  /** Where the page before ended. */
  cursor?: string;
  /** Only in this state. */
  state?: ChangeState;
  /** Only of these entities. */
  entityRefs?: readonly string[];
}

/** What a Git host says of a pull request. @internal */
export interface PullRequestReading {
  /** Open, merged, or closed without a merge. */
  state: ChangeState;
  /** Its title by now. */
  title?: string;
  /** When it was merged or closed. */
  endedAt?: Date;
  /** When anything about it last changed. */
  movedAt?: Date;
}

/** When a Git host was asked for a change, and when it is next. @internal */
export interface Lookup {
  /** When it was asked. */
  at: Date;
  /** When it is asked again. */
  dueAt: Date;
}

/**
 * Keeps the pull requests that templates opened.
 *
 * @internal
 */
export interface ChangeStore {
  /** Begins to track a pull request; the same address twice is one change. */
  track(
    request: ChangeRequest,
  ): Promise<{ change: StoredChange; changes: StateChange[] }>;
  /** One page, newest first. */
  list(query: ChangeQuery): Promise<Page<StoredChange>>;
  /** Open ones whose time has come, those that wait longest first. */
  listDue(now: Date, limit: number): Promise<StoredChange[]>;
  /** Has some of the open ones asked for in the next round. */
  lookSoon(ids: readonly string[], now: Date): Promise<void>;
  /** Records what the Git host said, with its line in the timeline. */
  recordReading(
    id: string,
    reading: PullRequestReading,
    lookup: Lookup,
  ): Promise<StateChange[]>;
  /** Records that the Git host could not be asked. What was known before stays. */
  recordFailure(id: string, error: string, lookup: Lookup): Promise<void>;
  /** Ties changes to the exposures that appeared for their entities; how many. */
  linkExposures(): Promise<number>;
}
