import { mockServices } from '@backstage/backend-test-utils';
import type { StateChange } from '../database/StateChange';
import { SignalPublisher } from './SignalPublisher';

function changeOf(entityRef?: string): StateChange {
  const at = new Date('2026-11-21T08:00:00.000Z');
  return {
    type: 'health-changed',
    at,
    exposureId: 'e',
    entityRef,
    initial: false,
  };
}

describe('SignalPublisher', () => {
  const signals = { publish: jest.fn(async () => {}) };
  const logger = mockServices.logger.mock();
  let publisher: SignalPublisher;

  beforeEach(() => {
    jest.useFakeTimers();
    signals.publish.mockReset();
    const within = { seconds: 1 };
    publisher = SignalPublisher.create({ signals, logger, within });
  });
  afterEach(() => jest.useRealTimers());

  const sent = () =>
    signals.publish.mock.calls.map((call: unknown[]) => call[0]);
  const signal = {
    recipients: { type: 'broadcast' },
    channel: 'private-exposure',
    message: { type: 'changed' },
  };

  it('makes one signal of what happens within its time, and tells nobody what happened', async () => {
    publisher.add([changeOf('component:default/a'), changeOf()]);
    await jest.advanceTimersByTimeAsync(600);
    publisher.add([changeOf('component:default/b')]);
    const early = sent();
    await jest.advanceTimersByTimeAsync(400);

    expect(early).toEqual([]);
    expect(sent()).toEqual([signal]);
  });

  it('begins anew after a signal', async () => {
    publisher.add([changeOf('component:default/a')]);
    await jest.advanceTimersByTimeAsync(1000);
    publisher.add([changeOf('component:default/b')]);
    await jest.advanceTimersByTimeAsync(1000);
    await jest.advanceTimersByTimeAsync(5000);

    expect(sent()).toEqual([signal, signal]);
  });

  it('sends nothing where nothing changed', async () => {
    publisher.add([]);
    await jest.advanceTimersByTimeAsync(5000);

    expect(sent()).toEqual([]);
  });

  it('sends at once what waits when the backend stops, and nothing later', async () => {
    publisher.add([changeOf('component:default/a')]);

    await publisher.flush();
    await publisher.flush();
    await jest.advanceTimersByTimeAsync(5000);

    expect(sent()).toEqual([signal]);
  });

  it('goes on after a signal that could not be sent', async () => {
    signals.publish.mockRejectedValueOnce(new Error('no bus'));

    publisher.add([changeOf('component:default/a')]);
    await jest.advanceTimersByTimeAsync(1000);
    publisher.add([changeOf('component:default/b')]);
    await jest.advanceTimersByTimeAsync(1000);

    expect(sent()).toHaveLength(2);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('no bus'));
  });
});
