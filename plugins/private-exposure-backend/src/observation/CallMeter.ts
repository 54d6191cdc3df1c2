import type { CallObserver } from '@postern/backstage-plugin-private-exposure-node';
import type { ObservationMetrics } from '../metrics/ObservationMetrics';

/** Calls and throttles of one scope. @internal */
export interface CallCounts {
  /** Attempts that left the process. */
  calls: number;
  /** How often the cloud asked to slow down. */
  throttles: number;
}

/**
 * Counts a provider's calls by scope, for the scope's figures and for the metrics.
 *
 * @internal
 */
export class CallMeter implements CallObserver {
  readonly #provider: string;
  readonly #metrics: ObservationMetrics;
  readonly #counts = new Map<string, CallCounts>();

  private constructor(provider: string, metrics: ObservationMetrics) {
    this.#provider = provider;
    this.#metrics = metrics;
  }

  static create(options: {
    provider: string;
    metrics: ObservationMetrics;
  }): CallMeter {
    return new CallMeter(options.provider, options.metrics);
  }

  onCall(call: Parameters<CallObserver['onCall']>[0]): void {
    const { calls, throttles } = this.read(call.scopeId);
    this.#counts.set(call.scopeId, {
      calls: calls + 1,
      throttles: throttles + (call.throttled ? 1 : 0),
    });
    this.#metrics.recordCall({ ...call, provider: this.#provider });
  }

  /** What was counted in a scope since the start. */
  read(scopeId: string): CallCounts {
    return this.#counts.get(scopeId) ?? { calls: 0, throttles: 0 };
  }
}
