import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { MetricsServiceObservableCallback } from '@backstage/backend-plugin-api/alpha';
import type { Scope } from '@postern/backstage-plugin-private-exposure-common';
import { ObservationMetrics } from './ObservationMetrics';

function setUp() {
  const recorded: unknown[][] = [];
  const names: string[] = [];
  const callbacks = new Map<string, MetricsServiceObservableCallback>();
  const service = metricsServiceMock.mock({
    createCounter: name => {
      names.push(name);
      return {
        add: (value, attributes) => {
          recorded.push([name, value, attributes]);
        },
      };
    },
    createHistogram: name => {
      names.push(name);
      return {
        record: (value, attributes) => {
          recorded.push([name, value, attributes]);
        },
      };
    },
    createObservableGauge: name => {
      names.push(name);
      return {
        addCallback: callback => {
          callbacks.set(name, callback);
        },
        removeCallback: () => {},
      };
    },
  });
  const metrics = ObservationMetrics.create({ metrics: service });
  /** What a gauge shows. */
  const collect = async (name: string) => {
    const observe = jest.fn();
    await callbacks.get(name)?.({ observe });
    return observe.mock.calls;
  };
  return { metrics, recorded, names, collect };
}

describe('ObservationMetrics', () => {
  it('are those that the documentation names', () => {
    const { metrics, names } = setUp();
    metrics.observeFreshness(
      async () => [],
      () => new Date(),
    );
    const page = readFileSync(
      resolve(__dirname, '../../../../docs/operating.md'),
      'utf8',
    );

    const documented = page.match(/^\| `private_exposure\.[\w.]+`/gm) ?? [];
    expect(documented.map(row => row.slice(3, -1)).sort()).toEqual(
      names.sort(),
    );
  });

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

  it('says how old each source is when it is asked, and of one never seen that it is not fresh', async () => {
    const { metrics, collect } = setUp();
    const scope = (id: string, source: Scope['source']): Scope => ({
      ...{ id, provider: 'aws', title: id, source },
    });
    const observedAt = '2026-11-21T08:00:00.000Z';
    metrics.observeFreshness(
      async () => [
        scope('a', { state: 'fresh', observedAt }),
        scope('b', { state: 'stale' }),
        scope('c', { state: 'failed', observedAt }),
      ],
      () => new Date('2026-11-21T08:01:30.000Z'),
    );

    await expect(collect('private_exposure.scope.age')).resolves.toEqual([
      [90, { scope: 'a' }],
      [90, { scope: 'c' }],
    ]);
    await expect(collect('private_exposure.scope.fresh')).resolves.toEqual([
      [1, { scope: 'a' }],
      [0, { scope: 'b' }],
      [0, { scope: 'c' }],
    ]);
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
