import type { ExposureEvent } from '@postern/backstage-plugin-private-exposure-common';

/**
 * One change of state, as it was written to the timeline in the same transaction.
 *
 * @internal
 */
export interface StateChange {
  /** What changed. */
  type: ExposureEvent['type'];
  /** When we saw it. */
  at: Date;
  /** The exposure. Missing only for a change whose exposure does not exist yet. */
  exposureId?: string;
  /** The connection, where it is about one. */
  connectionId?: string;
  /** The entity that the exposure belonged to at that moment. */
  entityRef?: string;
  /** Who did it; missing where the cloud did. */
  actor?: string;
  /** The state before, in our words. */
  from?: string;
  /** The state after, in our words. */
  to?: string;
  /** One sentence for a person, without secrets. */
  message?: string;
  /**
   * Seen by the first survey ever of its scope, or of what is still being made: it goes to the timeline, but it is no news
   * and nobody is notified.
   */
  initial: boolean;
}

/**
 * Is told of changes after they are committed. It must not throw and should return quickly: a rejection is logged and
 * changes nothing. It is told at most a page's worth of changes at a time.
 *
 * @internal
 */
export type StateChangeListener = (
  changes: readonly StateChange[],
) => Promise<void> | void;
