import fc from 'fast-check';
import { CallBudget } from './CallBudget';

const { signal } = new AbortController();

describe('CallBudget', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const takeMany = (budget: CallBudget, count: number) => {
    const order: number[] = [];
    for (let index = 0; index < count; index += 1) {
      void budget.take(signal).then(() => order.push(index));
    }
    return order;
  };

  it('lets a burst through at once, the rest at the rate, in order', async () => {
    const budget = CallBudget.create({ perSecond: 2, burst: 3 });
    const order = takeMany(budget, 6);

    await jest.advanceTimersByTimeAsync(0);
    expect(order).toEqual([0, 1, 2]);
    await jest.advanceTimersByTimeAsync(499);
    expect(order).toEqual([0, 1, 2]);
    await jest.advanceTimersByTimeAsync(1);
    expect(order).toEqual([0, 1, 2, 3]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(order).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('saves up no more than a burst', async () => {
    const budget = CallBudget.create({ perSecond: 5, burst: 2 });
    await jest.advanceTimersByTimeAsync(3_600_000);
    const order = takeMany(budget, 4);

    await jest.advanceTimersByTimeAsync(0);

    expect(order).toEqual([0, 1]);
  });

  it('gives the place in the queue up on abort, to those behind', async () => {
    const budget = CallBudget.create({ perSecond: 1, burst: 1 });
    await budget.take(signal);
    const leaving = new AbortController();
    const left = budget.take(leaving.signal);
    const order = takeMany(budget, 1);

    leaving.abort(new Error('deadline'));

    await expect(left).rejects.toThrow('deadline');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(order).toEqual([0]);
  });

  it('takes nothing for a call that is aborted already', async () => {
    const budget = CallBudget.create({ perSecond: 1, burst: 1 });

    await expect(budget.take(AbortSignal.abort())).rejects.toThrow();
    const order = takeMany(budget, 1);
    await jest.advanceTimersByTimeAsync(0);

    expect(order).toEqual([0]);
  });

  it('holds everybody back for as long as the cloud asks', async () => {
    const budget = CallBudget.create({ perSecond: 1000, burst: 1000 });
    budget.pause(17_000);
    const order = takeMany(budget, 2);

    await jest.advanceTimersByTimeAsync(16_999);
    expect(order).toEqual([]);
    await jest.advanceTimersByTimeAsync(2);
    expect(order).toEqual([0, 1]);
  });

  it('believes no pause of more than an hour', async () => {
    const budget = CallBudget.create({ perSecond: 1000, burst: 1000 });
    budget.pause(3_000_000_000);
    const order = takeMany(budget, 1);

    await jest.advanceTimersByTimeAsync(3_599_999);
    expect(order).toEqual([]);
    await jest.advanceTimersByTimeAsync(2);
    expect(order).toEqual([0]);
  });

  it('sleeps through a wait that is longer than a timer can be', async () => {
    const budget = CallBudget.create({ perSecond: 1 / 3_000_000, burst: 1 });
    const order = takeMany(budget, 2);
    const timers = jest.spyOn(globalThis, 'setTimeout');

    await jest.advanceTimersByTimeAsync(7_200_000);
    expect(timers.mock.calls.length).toBeLessThanOrEqual(3);
    timers.mockRestore();
    await jest.advanceTimersByTimeAsync(3_000_000_000);

    expect(order).toEqual([0, 1]);
  });

  it('believes the cloud about what is left', async () => {
    const budget = CallBudget.create({ perSecond: 1, burst: 100 });
    budget.limitTo(1);
    const order = takeMany(budget, 3);
    await jest.advanceTimersByTimeAsync(0);

    expect(order).toEqual([0]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(order).toEqual([0, 1]);
  });

  it('never lets through more than the burst and the rate allow', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 10 }),
        fc.array(
          fc.record({
            calls: fc.integer({ min: 0, max: 10 }),
            wait: fc.integer({ min: 0, max: 2_000 }),
          }),
          { maxLength: 10 },
        ),
        async (burst, perSecond, steps) => {
          const budget = CallBudget.create({ perSecond, burst });
          const through: number[][] = [];
          let asked = 0;
          let elapsed = 0;
          for (const { calls, wait } of steps) {
            through.push(takeMany(budget, calls));
            asked += calls;
            await jest.advanceTimersByTimeAsync(wait);
            elapsed += wait;
            const allowed = burst + (elapsed / 1000) * perSecond;
            expect(through.flat().length).toBeLessThanOrEqual(
              Math.floor(allowed + 1e-6),
            );
          }
          await jest.advanceTimersByTimeAsync(200_000);
          expect(through.flat()).toHaveLength(asked);
        },
      ),
      { numRuns: 50 },
    );
  });
});
