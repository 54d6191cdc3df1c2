import type { ReactNode } from 'react';
import { act, renderHook } from '@testing-library/react';
import { FakePrivateExposureApi } from '../__testUtils__/FakePrivateExposureApi';
import { FakeSignals } from '../__testUtils__/FakeSignals';
import { deferred, type Deferred } from '../__testUtils__/deferred';
import { PageApis } from '../__testUtils__/renderPage';
import { responseError } from '../__testUtils__/responseError';
import { useLiveQuery } from './useLiveQuery';

function setUp(options: {
  signals?: FakeSignals;
  keepWhileChanging?: boolean;
}) {
  const { signals, keepWhileChanging } = options;
  const loads: Deferred<string>[] = [];
  const newLoad = () => () => {
    const next = deferred<string>();
    loads.push(next);
    return next.promise;
  };
  const api = new FakePrivateExposureApi();
  const { result, rerender, unmount } = renderHook(
    ({ load }: { load: () => Promise<string> }) =>
      useLiveQuery({ load, keepWhileChanging }),
    {
      initialProps: { load: newLoad() },
      wrapper: ({ children }: { children: ReactNode }) => (
        <PageApis api={api} signals={signals}>
          {children}
        </PageApis>
      ),
    },
  );
  return { result, rerender, unmount, loads, newLoad };
}

async function settle(action: () => void) {
  await act(async () => {
    action();
    await Promise.resolve();
  });
}

describe('useLiveQuery', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('goes from loading to ready', async () => {
    const { result, loads } = setUp({});
    expect(result.current).toEqual({ type: 'loading' });

    await settle(() => loads[0].resolve('first'));

    expect(result.current).toEqual({
      type: 'ready',
      value: 'first',
      loadedAt: expect.any(Date),
      refreshFailure: undefined,
      isRefreshing: false,
      refresh: expect.any(Function),
    });
  });

  it('goes from failed to ready by trying again', async () => {
    const { result, loads } = setUp({});
    await settle(() => loads[0].reject(new Error('Away')));
    expect(result.current).toEqual({
      type: 'failed',
      failure: { type: 'other', message: 'Away' },
      retry: expect.any(Function),
    });

    await settle(
      () => result.current.type === 'failed' && result.current.retry(),
    );
    await settle(() => loads[1].resolve('second'));

    expect(result.current).toMatchObject({ type: 'ready', value: 'second' });
  });

  it('keeps what it has when a later load fails, and says so', async () => {
    const { result, loads } = setUp({});
    await settle(() => loads[0].resolve('first'));

    await settle(
      () => result.current.type === 'ready' && result.current.refresh(),
    );
    expect(result.current).toMatchObject({
      value: 'first',
      isRefreshing: true,
    });
    await settle(() => loads[1].reject(new Error('Away')));

    expect(result.current).toMatchObject({
      type: 'ready',
      value: 'first',
      refreshFailure: { type: 'other', message: 'Away' },
    });
  });

  it('shows nothing more once the caller may not see it any longer', async () => {
    const { result, loads } = setUp({});
    await settle(() => loads[0].resolve('secret'));
    await settle(
      () => result.current.type === 'ready' && result.current.refresh(),
    );

    const refusal = await responseError(403, 'NotAllowedError', 'No');
    await settle(() => loads[1].reject(refusal));

    expect(result.current).toMatchObject({
      type: 'failed',
      failure: { type: 'forbidden' },
    });
  });

  it('forgets the old answer with the old question', async () => {
    const { result, rerender, loads, newLoad } = setUp({});
    await settle(() => loads[0].resolve('first'));

    rerender({ load: newLoad() });

    expect(result.current).toEqual({ type: 'loading' });
  });

  it('keeps the old answer until the new one is there, if told so', async () => {
    const { result, rerender, loads, newLoad } = setUp({
      keepWhileChanging: true,
    });
    await settle(() => loads[0].resolve('first'));

    rerender({ load: newLoad() });
    expect(result.current).toMatchObject({
      value: 'first',
      isRefreshing: true,
    });
    await settle(() => loads[1].resolve('second'));

    expect(result.current).toMatchObject({
      value: 'second',
      isRefreshing: false,
    });
  });

  it('asks again after a signal, once for a burst', async () => {
    const signals = new FakeSignals();
    const { loads } = setUp({ signals });
    await settle(() => loads[0].resolve('first'));

    signals.send();
    signals.send();
    await settle(() => jest.advanceTimersByTime(1_000));

    expect(loads).toHaveLength(2);
  });

  it('does not ask at the same moment as everybody else who heard the signal', async () => {
    const signals = new FakeSignals();
    const views = Array.from({ length: 60 }, () => setUp({ signals }));
    await settle(() => views.forEach(({ loads }) => loads[0].resolve('first')));
    const asked = () => views.filter(({ loads }) => loads.length === 2).length;

    signals.send();
    await settle(() => jest.advanceTimersByTime(750));
    const early = asked();
    await settle(() => jest.advanceTimersByTime(250));

    expect(early).toBeGreaterThan(0);
    expect(early).toBeLessThan(60);
    expect(asked()).toBe(60);
  });

  it('asks every five seconds at most while signals go on, and after the last', async () => {
    const signals = new FakeSignals();
    const { loads } = setUp({ signals });
    await settle(() => loads[0].resolve('first'));

    for (let second = 0; second < 10; second += 1) {
      signals.send();
      await settle(() => jest.advanceTimersByTime(1_000));
      await settle(() => loads.at(-1)?.resolve('again'));
    }
    expect(loads).toHaveLength(3);
    await settle(() => jest.advanceTimersByTime(5_000));

    expect(loads).toHaveLength(4);
  });

  it('asks for what a signal announced when a hidden tab is looked at again', async () => {
    const signals = new FakeSignals();
    const { loads } = setUp({ signals });
    await settle(() => loads[0].resolve('first'));
    const visibility = jest
      .spyOn(document, 'visibilityState', 'get')
      .mockReturnValue('hidden');

    signals.send();
    await settle(() => jest.advanceTimersByTime(60_000));
    expect(loads).toHaveLength(1);
    visibility.mockReturnValue('visible');
    await settle(() => document.dispatchEvent(new Event('visibilitychange')));

    expect(loads).toHaveLength(2);
    visibility.mockRestore();
  });

  it('loads once more when a signal comes during a load, and never two at a time', async () => {
    const signals = new FakeSignals();
    const { loads } = setUp({ signals });

    signals.send();
    await settle(() => jest.advanceTimersByTime(1_000));
    expect(loads).toHaveLength(1);
    await settle(() => loads[0].resolve('first'));

    expect(loads).toHaveLength(2);
  });

  it('polls where there are no signals, but not in a hidden tab', async () => {
    const { loads } = setUp({});
    await settle(() => loads[0].resolve('first'));
    const visibility = jest
      .spyOn(document, 'visibilityState', 'get')
      .mockReturnValue('hidden');

    await settle(() => jest.advanceTimersByTime(120_000));
    expect(loads).toHaveLength(1);
    visibility.mockReturnValue('visible');
    await settle(() => document.dispatchEvent(new Event('visibilitychange')));

    expect(loads).toHaveLength(2);
    visibility.mockRestore();
  });

  it('hardly polls where there are signals', async () => {
    const { loads } = setUp({ signals: new FakeSignals() });
    await settle(() => loads[0].resolve('first'));

    await settle(() => jest.advanceTimersByTime(45_000));
    expect(loads).toHaveLength(1);
    await settle(() => jest.advanceTimersByTime(15_000));

    expect(loads).toHaveLength(2);
  });

  it('does nothing after it is gone', async () => {
    const signals = new FakeSignals();
    const { loads, unmount } = setUp({ signals });
    await settle(() => loads[0].resolve('first'));

    unmount();
    signals.send();
    await settle(() => jest.advanceTimersByTime(600_000));

    expect(loads).toHaveLength(1);
  });
});
