import { CallBudget } from './CallBudget';

const { signal } = new AbortController();

describe('CallBudget', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** How many of some calls have been let through. */
  const passing = (budget: CallBudget, calls: number) => {
    const passed: number[] = [];
    for (let call = 0; call < calls; call++) {
      budget.take(signal).then(() => passed.push(call));
    }
    return passed;
  };

  it('lets the burst through, then a call as the rate allows, in order', async () => {
    const passed = passing(CallBudget.create({ perSecond: 2, burst: 3 }), 5);

    await jest.advanceTimersByTimeAsync(0);
    expect(passed).toEqual([0, 1, 2]);
    await jest.advanceTimersByTimeAsync(500);
    expect(passed).toEqual([0, 1, 2, 3]);
  });

  it('holds everybody back for as long as Azure asks', async () => {
    const budget = CallBudget.create({ perSecond: 1000, burst: 1000 });
    budget.pause(17_000);
    const passed = passing(budget, 2);

    await jest.advanceTimersByTimeAsync(16_999);
    expect(passed).toEqual([]);
    await jest.advanceTimersByTimeAsync(2);
    expect(passed).toEqual([0, 1]);
  });

  it('believes Azure about what is left', async () => {
    const budget = CallBudget.create({ perSecond: 1, burst: 100 });
    budget.limitTo(1);
    const passed = passing(budget, 3);

    await jest.advanceTimersByTimeAsync(0);
    expect(passed).toEqual([0]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(passed).toEqual([0, 1]);
  });

  it('gives up the place of a call that ends while it waits', async () => {
    const budget = CallBudget.create({ perSecond: 1, burst: 1 });
    const controller = new AbortController();
    await budget.take(signal);
    const leaving = budget.take(controller.signal);
    const passed = passing(budget, 1);

    controller.abort(new Error('shutting down'));
    await expect(leaving).rejects.toThrow('shutting down');
    await jest.advanceTimersByTimeAsync(1_000);

    expect(passed).toEqual([0]);
  });
});
