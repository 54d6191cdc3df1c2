import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { StoredChange } from './ChangeStore';

const HOUR = 3_600_000;

/**
 * For all open changes together. GitHub gives a token 5,000 calls an hour
 * (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api), and templates need some of them.
 */
const CALLS_PER_HOUR = 3_000;

/** How many rounds go by until the next look, by how long ago anything moved. */
const pace: readonly { within: number; rounds: number }[] = [
  { within: HOUR, rounds: 1 },
  { within: 24 * HOUR, rounds: 5 },
  { within: Infinity, rounds: 60 },
];

/** What somebody looks at is asked for again after so many rounds, and not only when its turn comes. */
const ROUNDS_FOR_VIEWERS = 5;

/** How many changes one round asks for at most; the rest comes first in the next. @internal */
export function lookupsPerRound(pollInterval: HumanDuration): number {
  const share = durationToMilliseconds(pollInterval) / HOUR;
  return Math.max(1, Math.floor(CALLS_PER_HOUR * share));
}

/**
 * When to ask for an open change again: at every round in the first hour after anything moved, at every fifth on that
 * day, then at every sixtieth.
 *
 * @param movedAt - when the pull request was opened, or last changed
 * @param at - when it was asked for
 * @internal
 */
export function nextLookup(
  movedAt: Date,
  at: Date,
  pollInterval: HumanDuration,
): Date {
  const age = at.getTime() - movedAt.getTime();
  const { rounds } = pace.find(({ within }) => age < within) ?? pace[0];
  // A little early, or a round that begins a moment before its time would miss it.
  const wait = (rounds - 0.5) * durationToMilliseconds(pollInterval);
  return new Date(at.getTime() + wait);
}

/**
 * Whether a change that somebody looks at is to be asked for before its turn. However many look, it is at most every
 * fifth round, and within what a round asks for.
 *
 * @internal
 */
export function isDueForViewers(
  {
    state,
    checkedAt,
    dueAt,
  }: Pick<StoredChange, 'state' | 'checkedAt' | 'dueAt'>,
  at: Date,
  pollInterval: HumanDuration,
): boolean {
  const pause = ROUNDS_FOR_VIEWERS * durationToMilliseconds(pollInterval);
  return (
    state === 'open' &&
    dueAt > at &&
    checkedAt !== undefined &&
    at.getTime() - checkedAt.getTime() >= pause
  );
}
