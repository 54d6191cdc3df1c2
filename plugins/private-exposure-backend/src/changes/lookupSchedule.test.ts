import { isDueForViewers, lookupsPerRound, nextLookup } from './lookupSchedule';

const minute = 60_000;
const hour = 60 * minute;
const start = new Date('2026-11-21T08:00:00.000Z');
const after = (milliseconds: number) =>
  new Date(start.getTime() + milliseconds);

describe('nextLookup', () => {
  it.each([
    ['new', 0, 1],
    ['an hour old, almost', hour - 1, 1],
    ['an hour old', hour, 5],
    ['a day old, almost', 24 * hour - 1, 5],
    ['a day old', 24 * hour, 60],
    ['a year old', 365 * 24 * hour, 60],
    ['from a host whose clock is ahead', -hour, 1],
  ])('asks for a change that is %s in the right round', (_, age, rounds) => {
    const at = after(age);

    const next = nextLookup(start, at, { minutes: 1 }).getTime();

    const isDueIn = (round: number) => at.getTime() + round * minute >= next;
    expect([isDueIn(rounds - 1), isDueIn(rounds)]).toEqual([false, true]);
  });
});

describe('lookupsPerRound', () => {
  it.each([
    [{ minutes: 1 }, 50],
    [{ minutes: 10 }, 500],
    [{ seconds: 3 }, 2],
    [{ milliseconds: 200 }, 1],
  ])('in rounds of %j leaves a token calls for others', (interval, most) => {
    expect(lookupsPerRound(interval)).toBe(most);
  });
});

describe('isDueForViewers', () => {
  const waiting = {
    state: 'open',
    checkedAt: start,
    dueAt: after(hour),
  } as const;

  it.each([
    ['was asked for five rounds ago', waiting, true],
    [
      'was asked for a moment ago',
      { ...waiting, checkedAt: after(minute) },
      false,
    ],
    ['comes next anyway', { ...waiting, dueAt: start }, false],
    ['was never asked for', { ...waiting, checkedAt: undefined }, false],
    ['has ended', { ...waiting, state: 'merged' as const }, false],
  ])('asks for a change that %s: %#', (_, change, isDue) => {
    expect(isDueForViewers(change, after(5 * minute), { minutes: 1 })).toBe(
      isDue,
    );
  });
});
