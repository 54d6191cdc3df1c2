import { durationToMilliseconds } from '@backstage/types';
import {
  type Health,
  worstHealth,
} from '@postern/backstage-plugin-private-exposure-common';
import type {
  ExposureProvider,
  Inspection,
} from '@postern/backstage-plugin-private-exposure-node';
import type { InspectionTargetRecord } from '../database/ObservationStore';
import { diagnose } from '../diagnosis/diagnose';
import type { ObservationContext } from './ObservationContext';
import { scrubSecrets } from './scrubSecrets';

const batchSize = 8;

/**
 * Inspects exposures of one provider within a budget for each scope.
 *
 * @internal
 */
export class ScopeInspector {
  readonly #provider: ExposureProvider;
  readonly #context: ObservationContext;

  private constructor(provider: ExposureProvider, context: ObservationContext) {
    this.#provider = provider;
    this.#context = context;
  }

  static create(options: {
    provider: ExposureProvider;
    context: ObservationContext;
  }): ScopeInspector {
    return new ScopeInspector(options.provider, options.context);
  }

  /** Inspects what is most urgent in a scope, until the budget or the work ends. */
  async inspect(scopeId: string, signal: AbortSignal): Promise<void> {
    const { store, settings, clock } = this.#context;
    const age = durationToMilliseconds(settings.inspectAfter);
    const perMinute = settings.inspectionsPerMinute;
    while (!signal.aborted) {
      const now = clock();
      const inspectBefore = new Date(now.getTime() - age);
      const ids = await store.inspectionCandidates({
        ...{ scopeId, limit: batchSize, now, inspectBefore },
      });
      if (ids.length === 0) return;
      const taken = await store.takeInspections({
        ...{ scopeId, wanted: ids.length, perMinute, now },
      });
      const chosen = ids.slice(0, taken);
      await Promise.all(chosen.map(id => this.#inspectOne(id, signal)));
      if (taken < ids.length) return;
    }
  }

  async #inspectOne(exposureId: string, signal: AbortSignal): Promise<void> {
    const { store, clock, metrics, logger, publish } = this.#context;
    const record = await store.getInspectionTarget(exposureId);
    if (!record) return;
    const { scopeId, exposure } = record.target;
    const startedAt = clock();
    const finish = (outcome: 'complete' | 'failed') =>
      metrics.recordInspection({
        ...{ scopeId, outcome },
        milliseconds: clock().getTime() - startedAt.getTime(),
      });
    let inspection: Inspection;
    try {
      inspection = await this.#ask(record, signal);
    } catch (cause) {
      // A shutdown says nothing about the exposure.
      if (signal.aborted) return;
      const error = scrubSecrets(cause);
      logger.warn(`Inspection of '${exposure.nativeId}' failed: ${error}`);
      await store.failInspection({ exposureId, startedAt, error });
      finish('failed');
      return;
    }
    const findings = [...inspection.findings, ...this.#diagnose(record)];
    await publish(
      await store.applyInspection({
        exposureId,
        inspection: { ...inspection, findings, health: healthOf(inspection) },
        startedAt,
      }),
    );
    finish('complete');
  }

  async #ask(
    record: InspectionTargetRecord,
    signal: AbortSignal,
  ): Promise<Inspection> {
    const { inspectionTimeout } = this.#context.settings;
    const limit = AbortSignal.timeout(
      durationToMilliseconds(inspectionTimeout),
    );
    return this.#provider.inspect(record.target, {
      signal: AbortSignal.any([signal, limit]),
    });
  }

  #diagnose({ target, waitingSince }: InspectionTargetRecord) {
    const { settings, clock } = this.#context;
    const pendingLimit = durationToMilliseconds(settings.pendingLimit);
    return diagnose({ target, waitingSince, pendingLimit, now: clock() });
  }
}

/** An inspection is never better than its worst hop, whatever the provider summed up. */
function healthOf({ health, hops }: Inspection): Health {
  const seen = hops.filter(hop => hop.health !== 'unknown');
  return worstHealth([health, ...seen.map(hop => hop.health)]);
}
