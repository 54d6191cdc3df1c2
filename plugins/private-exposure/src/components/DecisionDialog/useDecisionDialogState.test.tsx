import type { ReactNode } from 'react';
import { act, renderHook } from '@testing-library/react';
import { mockApis } from '@backstage/test-utils';
import type { Decision } from '@postern/backstage-plugin-private-exposure-common';
import { aDecision } from '../../__fixtures__/decisions';
import { aConnection, anExposure } from '../../__fixtures__/exposures';
import { deferred } from '../../__testUtils__/deferred';
import { FakePrivateExposureApi } from '../../__testUtils__/FakePrivateExposureApi';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { PageApis } from '../../__testUtils__/renderPage';
import { responseError } from '../../__testUtils__/responseError';
import type { DecisionTarget } from './DecisionTarget';
import { useDecisionDialogState } from './useDecisionDialogState';

const target: DecisionTarget = {
  verdict: 'approve',
  connection: aConnection(),
  exposure: anExposure('ledger'),
};

function setUp() {
  const api = new FakePrivateExposureApi();
  const sent = deferred<Decision>();
  const decide = jest.spyOn(api, 'decideConnection');
  decide.mockReturnValueOnce(sent.promise);
  const signals = new FakeSignals();
  const analytics = mockApis.analytics.mock();
  const { result } = renderHook(() => useDecisionDialogState(target), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <PageApis api={api} signals={signals} analytics={analytics}>
        {children}
      </PageApis>
    ),
  });
  return { api, sent, decide, signals, analytics, result };
}

async function settle(action: () => void) {
  await act(async () => {
    action();
    await jest.advanceTimersByTimeAsync(0);
  });
}

type SetUp = ReturnType<typeof setUp>;

async function submit({ result }: Pick<SetUp, 'result'>, reason: string) {
  await settle(() => {
    if (result.current.type === 'editing') result.current.setReason(reason);
  });
  await settle(() => {
    if (result.current.type === 'editing') result.current.submit?.();
  });
}

describe('useDecisionDialogState', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('can be submitted only with a reason', async () => {
    const { result } = setUp();
    const editing = {
      type: 'editing',
      setReason: expect.any(Function),
      rejection: undefined,
      isReasonRequired: true,
    };
    expect(result.current).toEqual({
      ...editing,
      reason: '',
      submit: undefined,
    });

    await settle(() => {
      if (result.current.type === 'editing') result.current.setReason('  ');
    });
    expect(result.current).toEqual({
      ...editing,
      reason: '  ',
      submit: undefined,
    });

    await settle(() => {
      if (result.current.type === 'editing') result.current.setReason(' ok ');
    });
    expect(result.current).toEqual({
      ...editing,
      reason: ' ok ',
      submit: expect.any(Function),
    });
  });

  it('sends what the person saw, then follows the decision until it ended', async () => {
    const world = setUp();
    const { api, sent, decide, result } = world;
    const getDecision = jest.spyOn(api, 'getDecision');
    const applying = aDecision({ status: 'applying' });
    const applied = aDecision({ status: 'applied' });
    getDecision.mockResolvedValueOnce(applying).mockResolvedValueOnce(applied);

    await submit(world, ' Contract 4711 ');
    expect(result.current).toEqual({ type: 'submitting' });
    expect(decide).toHaveBeenCalledWith('connection-globex', {
      verdict: 'approve',
      reason: 'Contract 4711',
      seen: { state: 'pending' },
      idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
    });

    await settle(() => sent.resolve(aDecision()));
    const following = { type: 'following', isPollFailing: false };
    expect(result.current).toEqual({ ...following, decision: aDecision() });
    await settle(() => jest.advanceTimersByTime(1_000));
    expect(result.current).toEqual({ ...following, decision: applying });
    await settle(() => jest.advanceTimersByTime(1_000));
    expect(result.current).toEqual({ type: 'ended', decision: applied });

    await settle(() => jest.advanceTimersByTime(60_000));
    expect(getDecision).toHaveBeenCalledTimes(2);
  });

  it('looks at once when a signal comes', async () => {
    const world = setUp();
    const { api, sent, signals, result } = world;
    const poll = deferred<Decision>();
    await submit(world, 'ok');
    await settle(() => sent.resolve(aDecision()));
    const getDecision = jest.spyOn(api, 'getDecision');
    getDecision
      .mockResolvedValueOnce(aDecision({ status: 'applying' }))
      .mockReturnValueOnce(poll.promise);
    // The pauses grow; this one is a second long, and the signal takes half of it.
    await settle(() => jest.advanceTimersByTime(1_000));

    signals.send();
    await settle(() => jest.advanceTimersByTime(500));
    expect(getDecision).toHaveBeenCalledTimes(2);
    await settle(() => poll.resolve(aDecision({ status: 'unconfirmed' })));

    expect(result.current).toMatchObject({ type: 'ended' });
  });

  it('says when progress can not be read, and goes on', async () => {
    const world = setUp();
    const { api, sent, result } = world;
    jest
      .spyOn(api, 'getDecision')
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockResolvedValueOnce(aDecision({ status: 'applied' }));
    await submit(world, 'ok');
    await settle(() => sent.resolve(aDecision()));

    await settle(() => jest.advanceTimersByTime(1_000));
    expect(result.current).toMatchObject({
      type: 'following',
      isPollFailing: true,
    });
    await settle(() => jest.advanceTimersByTime(1_000));

    expect(result.current).toMatchObject({ type: 'ended' });
  });

  it.each([
    [403, 'NotAllowedError', 'forbidden'],
    [409, 'ConflictError', 'conflict'],
  ])('is refused for good by a %i', async (status, name, type) => {
    const world = setUp();
    const { sent, result, analytics } = world;
    await submit(world, 'ok');

    const error = await responseError(status, name, 'No');
    await settle(() => sent.reject(error));

    expect(result.current).toEqual({
      type: 'refused',
      failure: { type, message: 'No' },
    });
    expect(analytics.captureEvent).not.toHaveBeenCalled();
  });

  it('sends again with the same key when no answer came', async () => {
    const world = setUp();
    const { sent, decide, result } = world;
    await submit(world, 'ok');
    await settle(() => sent.reject(new TypeError('Failed to fetch')));
    expect(result.current).toEqual({
      type: 'unsent',
      failure: { type: 'other', message: 'Failed to fetch' },
      retry: expect.any(Function),
    });

    decide.mockResolvedValueOnce(aDecision({ status: 'applied' }));
    await settle(() => {
      if (result.current.type === 'unsent') result.current.retry();
    });

    const [first, second] = decide.mock.calls.map(([, request]) => request);
    expect(second).toEqual(first);
    expect(result.current).toMatchObject({ type: 'ended' });
  });

  it('goes back to the reason when the backend does not take it, and then uses a new key', async () => {
    const world = setUp();
    const { sent, decide, result } = world;
    await submit(world, 'meh');
    const error = await responseError(400, 'InputError', 'Too short a reason');
    await settle(() => sent.reject(error));
    expect(result.current).toMatchObject({
      type: 'editing',
      reason: 'meh',
      rejection: { type: 'invalid', message: 'Too short a reason' },
    });

    decide.mockResolvedValueOnce(aDecision());
    await submit(world, 'a better reason');

    const keys = decide.mock.calls.map(([, request]) => request.idempotencyKey);
    expect(keys[1]).not.toBe(keys[0]);
    expect(result.current).toMatchObject({ type: 'following' });
  });

  it('reports a decision that was stored', async () => {
    const world = setUp();
    const { sent, analytics } = world;
    await submit(world, 'ok');
    await settle(() => sent.resolve(aDecision()));

    expect(analytics.captureEvent).toHaveBeenCalledTimes(1);
    expect(analytics.captureEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        action: 'approve',
        subject: 'exposure-ledger',
        attributes: { entityRef: 'component:default/ledger' },
      }),
    );
  });
});
