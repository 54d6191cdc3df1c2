import { durationToMilliseconds } from '@backstage/types';
import type { ProviderScope } from '@postern/backstage-plugin-private-exposure-node';
import type { ScopeStatus } from '../database/ObservationStore';
import type { ObservationContext } from './ObservationContext';
import type { ScopeInspector } from './ScopeInspector';
import type { ScopeSurveyor } from './ScopeSurveyor';

/** How a group's observer is made. @internal */
export interface GroupObserverOptions {
  /** The scopes of one account or subscription. */
  scopes: readonly ProviderScope[];
  surveyor: ScopeSurveyor;
  inspector: ScopeInspector;
  context: ObservationContext;
  /** Looks up the owners that a survey brought to light. */
  resolveOwners: (signal: AbortSignal) => Promise<void>;
}

/** A scope whose time has come, and what had been set for it. */
interface DueScope {
  scope: ProviderScope;
  dueAt: ScopeStatus['nextAttemptAt'];
}

/**
 * One round of observation over the scopes of an account or subscription, one after the other.
 *
 * @remarks
 * The scheduler calls as often as something may move; which scopes are due is kept in the database, so that a quiet
 * scope is surveyed seldom, a moving one often, and both whichever replica has the round.
 *
 * @internal
 */
export class GroupObserver {
  readonly #options: GroupObserverOptions;

  private constructor(options: GroupObserverOptions) {
    this.#options = options;
  }

  static create(options: GroupObserverOptions): GroupObserver {
    return new GroupObserver(options);
  }

  /** Does what is due. Failures of a scope are recorded with it; the others have their turn all the same. */
  async observe(signal: AbortSignal): Promise<void> {
    const { scopes, context, inspector } = this.#options;
    // Ahead of long surveys: somebody may wait for a refresh.
    for (const { id } of scopes) {
      if (signal.aborted) return;
      await this.#guard(id, () => inspector.inspect(id, signal));
    }
    const due = await this.#dueScopes();
    for (const one of due) {
      if (signal.aborted) return;
      await this.#guard(one.scope.id, () => this.#surveyOne(one, signal));
    }
    if (due.length > 0) {
      const names = due.map(({ scope }) => scope.id).join(', ');
      context.logger.debug(`Surveyed ${names}`);
    }
  }

  async #surveyOne(due: DueScope, signal: AbortSignal): Promise<void> {
    const { scope } = due;
    const { surveyor, inspector, resolveOwners } = this.#options;
    try {
      const { hasNewOwners } = await surveyor.survey(scope, signal);
      // The catalog being away is the claims' matter, not this scope's.
      if (hasNewOwners) {
        await this.#guard(scope.id, () => resolveOwners(signal));
      }
      await inspector.inspect(scope.id, signal);
    } finally {
      await this.#scheduleNext(due);
    }
  }

  async #dueScopes(): Promise<DueScope[]> {
    const { scopes, context } = this.#options;
    const now = context.clock();
    const known = await context.store.getScopeStatus(scopes.map(s => s.id));
    const times = new Map(known.map(({ id, nextAttemptAt: at }) => [id, at]));
    return scopes
      .map(scope => ({ scope, dueAt: times.get(scope.id) }))
      .filter(({ dueAt }) => !dueAt || dueAt <= now);
  }

  async #scheduleNext({ scope: { id }, dueAt }: DueScope): Promise<void> {
    const { store, settings, clock } = this.#options.context;
    const now = clock();
    const activeFor = durationToMilliseconds(settings.activeFor);
    const since = new Date(now.getTime() - activeFor);
    const isActive = await store.isActive(id, since);
    const frequency = durationToMilliseconds(
      isActive ? settings.activeFrequency : settings.frequency,
    );
    const at = new Date(now.getTime() + frequency);
    await store.scheduleNextSurvey({ scopeId: id, at, instead: dueAt });
  }

  async #guard(scopeId: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const { logger } = this.#options.context;
      logger.error(`Observation of '${scopeId}' failed`, asError(error));
    }
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
