import { LISTING_KEPT_MS, type Looker, type ScopeMemory } from './ScopeMemory';

/** Two ways to read one thing among many. @internal */
export interface OneOrAll<All, Value> {
  /** What the many are, within the scope. */
  key: string;
  /** Calls that reading all of them takes. */
  callsForAll: number;
  /** Reads the one alone, with one call. */
  one: () => Promise<Value>;
  /** Reads all of them. */
  all: () => Promise<All>;
  /** Finds the one among all. */
  pick: (all: All) => Value;
  /** Who asks. */
  looker: Looker;
}

/**
 * A reading of more calls than this would keep whoever began it waiting for too long.
 *
 * @internal
 */
export const MOST_CALLS = 40;

/**
 * Reads one thing alone as long as few are asked for, and all of them together once asking for each has cost as much:
 * never more than twice what the cheaper of both would have taken, whether somebody wants one or thousands.
 *
 * @internal
 */
export async function readOneOrAll<All, Value>(
  memory: ScopeMemory,
  options: OneOrAll<All, Value>,
): Promise<Value> {
  const { key, callsForAll, one, all, pick, looker } = options;
  const keep = { ...looker, keptMs: LISTING_KEPT_MS };
  // Somebody has read them all just now, such as the survey.
  if (memory.isKnown(key, looker)) {
    return pick(await memory.remember(key, keep, all));
  }
  if (callsForAll > MOST_CALLS) return one();
  const spent = await memory.remember(
    `${key} one by one`,
    { ...keep, since: -Infinity },
    async () => ({ calls: 0 }),
  );
  spent.calls += 1;
  // Who needs to know better than everybody else asks alone.
  if (spent.calls < callsForAll || memory.isOlder(key, looker)) return one();
  return pick(await memory.remember(key, keep, all));
}
