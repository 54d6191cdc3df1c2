import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type {
  MetricsServiceObservable,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';
import { ObservationMetrics } from './ObservationMetrics';

function setUp() {
  const recorded: unknown[][] = [];
  const callbacks: MetricsServiceObservableCallback[] = [];
  const gauge: MetricsServiceObservable = {
    addCallback: callback => {
      callbacks.push(callback);
    },
    removeCallback: () => {},
  };
  const service = metricsServiceMock.mock({
    createCounter: name => ({
      add: (value, attributes) => {
        recorded.push([name, value, attributes]);
      },
    }),
    createHistogram: name => ({
      record: (value, attributes) => {
        recorded.push([name, value, attributes]);
      },
    }),
    createObservableGauge: () => gauge,
  });
  const metrics = ObservationMetrics.create({ metrics: service });
  return { metrics, recorded, callbacks };
}

describe('ObservationMetrics', () => {
  it('counts calls and throttles apart', () => {
    const { metrics, recorded } = setUp();
    const call = {
      ...{ provider: 'aws', scopeId: 's', operation: 'ec2:Describe' },
      milliseconds: 250,
    };

    metrics.recordCall({ ...call, throttled: false });
    metrics.recordCall({ ...call, throttled: true });

    const names = recorded.map(([name]) => name);
    const calls = names.filter(name => /calls$/.test(String(name)));
    expect(calls).toHaveLength(2);
    expect(
      names.filter(name => name === 'private_exposure.cloud.throttles'),
    ).toHaveLength(1);
    expect(recorded).toContainEqual([
      'private_exposure.cloud.call.duration',
      0.25,
      { provider: 'aws', operation: 'ec2:Describe' },
    ]);
  });

  it('says how old each source is when it is asked, and nothing of one never seen', async () => {
    const { metrics, callbacks } = setUp();
    const scope = (id: string, observedAt?: string) => ({
      ...{ id, provider: 'aws', title: id },
      source: { state: 'fresh' as const, observedAt },
    });
    metrics.observeFreshness(
      async () => [scope('a', '2026-11-21T08:00:00.000Z'), scope('b')],
      () => new Date('2026-11-21T08:01:30.000Z'),
    );
    const observe = jest.fn();

    for (const callback of callbacks) await callback({ observe });

    expect(observe.mock.calls).toEqual([[90, { scope: 'a' }]]);
  });

  it('records how long a decision took, by how it ended', () => {
    const { metrics, recorded } = setUp();

    metrics.recordDecision({
      ...{ verdict: 'approve', status: 'applied', seconds: 4 },
    });

    expect(recorded).toEqual([
      [
        'private_exposure.decision.duration',
        4,
        { verdict: 'approve', status: 'applied' },
      ],
    ]);
  });
});
