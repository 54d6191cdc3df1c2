import type {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';
import type {
  DecisionStatus,
  Scope,
  Verdict,
} from '@postern/backstage-plugin-private-exposure-common';

const seconds = { unit: 's' };

/**
 * What the plugin tells the operator's metrics.
 *
 * @internal
 */
export class ObservationMetrics {
  readonly #service: MetricsService;
  readonly #calls: MetricsServiceCounter;
  readonly #throttles: MetricsServiceCounter;
  readonly #callSeconds: MetricsServiceHistogram;
  readonly #surveySeconds: MetricsServiceHistogram;
  readonly #inspectionSeconds: MetricsServiceHistogram;
  readonly #decisionSeconds: MetricsServiceHistogram;

  private constructor(service: MetricsService) {
    this.#service = service;
    this.#calls = service.createCounter('private_exposure.cloud.calls', {
      description: 'Calls to clouds, retries included',
    });
    this.#throttles = service.createCounter(
      'private_exposure.cloud.throttles',
      { description: 'Calls that a cloud asked to repeat more slowly' },
    );
    this.#callSeconds = service.createHistogram(
      'private_exposure.cloud.call.duration',
      { ...seconds, description: 'Duration of calls to clouds' },
    );
    this.#surveySeconds = service.createHistogram(
      'private_exposure.survey.duration',
      { ...seconds, description: 'Duration of surveys, by outcome' },
    );
    this.#inspectionSeconds = service.createHistogram(
      'private_exposure.inspection.duration',
      { ...seconds, description: 'Duration of inspections, by outcome' },
    );
    this.#decisionSeconds = service.createHistogram(
      'private_exposure.decision.duration',
      { ...seconds, description: 'From a verdict to its end, by status' },
    );
  }

  static create(options: { metrics: MetricsService }): ObservationMetrics {
    return new ObservationMetrics(options.metrics);
  }

  /** One call that left the process. */
  recordCall(call: {
    provider: string;
    scopeId: string;
    operation: string;
    throttled: boolean;
    milliseconds: number;
  }): void {
    const { provider, operation, scopeId: scope } = call;
    this.#calls.add(1, { provider, operation, scope });
    if (call.throttled) this.#throttles.add(1, { provider, operation, scope });
    this.#callSeconds.record(call.milliseconds / 1000, { provider, operation });
  }

  /** One survey of a scope. */
  recordSurvey(survey: {
    scopeId: string;
    outcome: 'complete' | 'incomplete' | 'failed';
    milliseconds: number;
  }): void {
    const { outcome, scopeId: scope } = survey;
    this.#surveySeconds.record(survey.milliseconds / 1000, { scope, outcome });
  }

  /** One inspection. */
  recordInspection(inspection: {
    scopeId: string;
    outcome: 'complete' | 'failed';
    milliseconds: number;
  }): void {
    const { outcome, scopeId: scope } = inspection;
    const duration = inspection.milliseconds / 1000;
    this.#inspectionSeconds.record(duration, { scope, outcome });
  }

  /** One decision that ended. */
  recordDecision(decision: {
    verdict: Verdict;
    status: DecisionStatus;
    seconds: number;
  }): void {
    const { verdict, status } = decision;
    this.#decisionSeconds.record(decision.seconds, { verdict, status });
  }

  /**
   * Has the age of each scope's last complete survey measured whenever the metrics are collected, and whether its word
   * can be trusted: a scope that was never seen has no age, and must be noticed all the same.
   */
  observeFreshness(
    listScopes: () => Promise<Scope[]>,
    clock: () => Date,
  ): void {
    const age = this.#service.createObservableGauge(
      'private_exposure.scope.age',
      { ...seconds, description: 'Since the last complete survey began' },
    );
    age.addCallback(async result => {
      const now = clock().getTime();
      for (const { id: scope, source } of await listScopes()) {
        if (source.observedAt !== undefined) {
          const since = Date.parse(source.observedAt);
          result.observe((now - since) / 1000, { scope });
        }
      }
    });
    const fresh = this.#service.createObservableGauge(
      'private_exposure.scope.fresh',
      { description: '1 if the scope is fresh, 0 if it is stale or failed' },
    );
    fresh.addCallback(async result => {
      for (const { id: scope, source } of await listScopes()) {
        result.observe(source.state === 'fresh' ? 1 : 0, { scope });
      }
    });
  }
}
