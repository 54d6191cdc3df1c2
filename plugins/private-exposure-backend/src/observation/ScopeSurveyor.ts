import { durationToMilliseconds } from '@backstage/types';
import type {
  ExposureProvider,
  ProviderScope,
  SurveyPage,
} from '@postern/backstage-plugin-private-exposure-node';
import type {
  SurveyEnd,
  SurveySession,
} from '../database/operations/observation/SurveySession';
import type { CallMeter } from './CallMeter';
import type { ObservationContext } from './ObservationContext';
import { scrubSecrets } from './scrubSecrets';

/** How a survey of one scope went. @internal */
export interface SurveyResult {
  /** Whether all of it was listed. */
  outcome: SurveyEnd['outcome'];
  /** Whether an exposure appeared or changed hands, so that its owner may have to be looked up. */
  hasNewOwners: boolean;
}

/**
 * Surveys the scopes of one provider, a page in memory at a time. A failure is recorded and goes no further.
 *
 * @internal
 */
export class ScopeSurveyor {
  readonly #provider: ExposureProvider;
  readonly #meter: CallMeter;
  readonly #context: ObservationContext;
  readonly #unknownStates = new Set<string>();

  private constructor(
    provider: ExposureProvider,
    meter: CallMeter,
    context: ObservationContext,
  ) {
    this.#provider = provider;
    this.#meter = meter;
    this.#context = context;
  }

  static create(options: {
    provider: ExposureProvider;
    meter: CallMeter;
    context: ObservationContext;
  }): ScopeSurveyor {
    const { provider, meter, context } = options;
    return new ScopeSurveyor(provider, meter, context);
  }

  /** Surveys one scope. Throws only if the database does. */
  async survey(
    scope: ProviderScope,
    signal: AbortSignal,
  ): Promise<SurveyResult> {
    const { store, clock, metrics, publish } = this.#context;
    const session = await store.beginSurvey(scope.id, clock());
    const before = this.#meter.read(scope.id);
    const result = await this.#readPages(session, signal);

    const after = this.#meter.read(scope.id);
    const at = clock();
    const milliseconds = at.getTime() - session.startedAt.getTime();
    const cost = {
      calls: after.calls - before.calls,
      throttles: after.throttles - before.throttles,
      milliseconds,
    };
    const { outcome, error } = result;
    await store.completeSurvey(
      session,
      error === undefined
        ? { outcome: 'complete', cost, at }
        : {
            outcome: outcome === 'failed' ? 'failed' : 'incomplete',
            ...{ cost, at, error },
          },
      publish,
    );
    metrics.recordSurvey({ scopeId: scope.id, outcome, milliseconds });
    return { outcome, hasNewOwners: result.hasNewOwners };
  }

  async #readPages(
    session: SurveySession,
    signal: AbortSignal,
  ): Promise<SurveyResult & { error?: string }> {
    const { logger } = this.#context;
    const limit = AbortSignal.any([signal, this.#timeLimit()]);
    let pages = 0;
    let hasNewOwners = false;
    try {
      const survey = this.#provider.survey(session.scopeId, { signal: limit });
      for await (const page of survey) {
        pages += 1;
        hasNewOwners = (await this.#applyPage(session, page)) || hasNewOwners;
      }
      // A provider that ends quietly when it is told to stop has not seen everything.
      limit.throwIfAborted();
      return { outcome: 'complete', hasNewOwners };
    } catch (cause) {
      const error = scrubSecrets(cause);
      logger.warn(`Survey of '${session.scopeId}' broke off: ${error}`);
      const outcome = pages > 0 ? 'incomplete' : 'failed';
      return { outcome, hasNewOwners, error };
    }
  }

  async #applyPage(session: SurveySession, page: SurveyPage): Promise<boolean> {
    const { store, clock, logger, publish } = this.#context;
    this.#reportUnknownStates(page);
    const { changes, orphans } = await store.applySurveyPage(
      session,
      page,
      clock(),
    );
    if (orphans > 0) {
      logger.warn(
        `Survey of '${session.scopeId}' listed ${orphans} connections of exposures that it did not list; left to the next survey`,
      );
    }
    await publish(changes);
    return changes.some(
      ({ type }) => type === 'exposure-appeared' || type === 'claim-changed',
    );
  }

  /** Once for each word: a cloud's new state must be noticed, and must not fill the log. */
  #reportUnknownStates(page: SurveyPage): void {
    for (const { state, nativeState } of page.connections) {
      if (state === 'unknown' && !this.#unknownStates.has(nativeState)) {
        this.#unknownStates.add(nativeState);
        this.#context.logger.warn(
          `The provider '${
            this.#provider.id
          }' sent the connection state '${nativeState}', which is not known here; it is shown as unknown`,
        );
      }
    }
  }

  #timeLimit(): AbortSignal {
    const { timeout } = this.#context.settings;
    return AbortSignal.timeout(durationToMilliseconds(timeout));
  }
}
