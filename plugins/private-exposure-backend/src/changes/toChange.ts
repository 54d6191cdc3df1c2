import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type {
  Change,
  Source,
} from '@postern/backstage-plugin-private-exposure-common';
import type { StoredChange } from './ChangeStore';

/** So many rounds after it was to be asked for, what is known of a change is old. */
const ROUNDS_UNTIL_STALE = 5;

/**
 * What may be sent of a change.
 *
 * @param pollInterval - says when what is known of an open change is old
 * @internal
 */
export function toChange(
  { checkedAt, checkError, dueAt, requestId: _, ...change }: StoredChange,
  pollInterval: HumanDuration,
): Change {
  return { ...change, source: sourceOf() };

  function sourceOf(): Source {
    const observedAt = (checkedAt ?? new Date(change.openedAt)).toISOString();
    if (change.state !== 'open') return { state: 'fresh', observedAt };
    if (checkError) return { state: 'failed', error: checkError };
    const since = Math.max(dueAt.getTime(), Date.parse(observedAt));
    const isStale =
      Date.now() - since >
      ROUNDS_UNTIL_STALE * durationToMilliseconds(pollInterval);
    return { state: isStale ? 'stale' : 'fresh', observedAt };
  }
}
