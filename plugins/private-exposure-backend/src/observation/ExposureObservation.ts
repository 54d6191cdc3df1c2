import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type {
  ExposureProvider,
  ProviderScope,
} from '@postern/backstage-plugin-private-exposure-node';
import type { ExposureStore } from '../database/ExposureStore';
import type { ObservationStore } from '../database/ObservationStore';
import type { StateChangeListener } from '../database/StateChange';
import type { ObservationMetrics } from '../metrics/ObservationMetrics';
import { CallMeter } from './CallMeter';
import { GroupObserver } from './GroupObserver';
import type { ObservationContext } from './ObservationContext';
import type { ObservationSettings } from './ObservationSettings';
import { ScopeInspector } from './ScopeInspector';
import { ScopeSurveyor } from './ScopeSurveyor';
import { scrubSecrets } from './scrubSecrets';

/** How observation is made. @internal */
export interface ExposureObservationOptions {
  store: ExposureStore & ObservationStore;
  /** The clouds. */
  providers: readonly ExposureProvider[];
  scheduler: SchedulerService;
  logger: LoggerService;
  metrics: ObservationMetrics;
  settings: ObservationSettings;
  /** Is told what changed, after it is committed. */
  onChanges: StateChangeListener;
  /** Looks up owners after a survey. */
  resolver: { resolveNewOwners(signal?: AbortSignal): Promise<void> };
  /** The present; the machine's clock if left out. */
  clock?: () => Date;
}

/**
 * Observes all clouds: one scheduled task for each account or subscription, shared by all replicas.
 *
 * @internal
 */
export class ExposureObservation {
  readonly #options: ExposureObservationOptions;
  readonly #context: ObservationContext;
  readonly #taskIds = new Map<string, string>();

  private constructor(options: ExposureObservationOptions) {
    this.#options = options;
    const { store, logger, metrics, settings, onChanges } = options;
    this.#context = {
      ...{ store, logger, metrics, settings },
      clock: options.clock ?? (() => new Date()),
      publish: async changes => {
        if (changes.length === 0) return;
        try {
          await onChanges(changes);
        } catch (error) {
          // What is committed stays committed, whoever fails to hear of it.
          logger.error(`Telling of changes failed: ${scrubSecrets(error)}`);
        }
      },
    };
  }

  static create(options: ExposureObservationOptions): ExposureObservation {
    return new ExposureObservation(options);
  }

  /** Registers scopes and tasks. A provider that fails to say what it sees is left out; the others start. */
  async start(): Promise<void> {
    const { providers, logger, metrics, store } = this.#options;
    for (const provider of providers) {
      try {
        await this.#startProvider(provider);
      } catch (error) {
        logger.error(
          `The provider '${provider.id}' cannot be observed: ${scrubSecrets(
            error,
          )}`,
        );
      }
    }
    metrics.observeFreshness(() => store.listScopes(), this.#context.clock);
  }

  /** Asks for an inspection within seconds. */
  async requestRefresh(
    exposureId: string,
  ): Promise<'queued' | 'too-soon' | 'not-found'> {
    const { store } = this.#options;
    const now = this.#context.clock();
    const result = await store.requestRefresh(exposureId, now);
    if (result === 'queued') {
      const record = await store.getExposureRecord(exposureId);
      if (record) await this.surveySoon(record.summary.scopeId);
    }
    return result;
  }

  /** Has a scope, or all of them, surveyed soon: after a decision, after a merge. */
  async surveySoon(scopeId?: string): Promise<void> {
    const entries = [...this.#taskIds].filter(
      ([id]) => scopeId === undefined || id === scopeId,
    );
    await this.#bringForward(entries.map(([id]) => id));
    for (const taskId of new Set(entries.map(([, task]) => task))) {
      await this.#trigger(taskId);
    }
  }

  /** Never closer to the last survey than those of a moving scope are: many requests make one survey, not many. */
  async #bringForward(scopeIds: readonly string[]): Promise<void> {
    const { store, settings } = this.#options;
    const now = this.#context.clock();
    const interval = durationToMilliseconds(settings.activeFrequency);
    for (const { id, lastAttemptAt } of await store.getScopeStatus(scopeIds)) {
      const earliest = (lastAttemptAt?.getTime() ?? 0) + interval;
      const at = new Date(Math.max(now.getTime(), earliest));
      await store.bringSurveyForward({ scopeId: id, at, now });
    }
  }

  async #startProvider(provider: ExposureProvider): Promise<void> {
    const { store, metrics } = this.#options;
    const meter = CallMeter.create({ provider: provider.id, metrics });
    provider.observeCalls?.(meter);
    const scopes = await provider.listScopes();
    const at = this.#context.clock();
    await store.registerScopes({ provider: provider.id, scopes, at });

    const context = this.#context;
    const surveyor = ScopeSurveyor.create({ provider, meter, context });
    const inspector = ScopeInspector.create({ provider, context });
    const groups = new Set(scopes.map(scope => scope.group));
    for (const group of groups) {
      const members = scopes.filter(scope => scope.group === group);
      const observer = GroupObserver.create({
        ...{ scopes: members, surveyor, inspector, context },
        resolveOwners: signal =>
          this.#options.resolver.resolveNewOwners(signal),
      });
      await this.#schedule(toTaskId(provider.id, group), members, observer);
    }
  }

  async #schedule(
    id: string,
    scopes: readonly ProviderScope[],
    observer: GroupObserver,
  ): Promise<void> {
    const { scheduler, settings } = this.#options;
    const perScope = durationToMilliseconds(settings.timeout);
    for (const scope of scopes) this.#taskIds.set(scope.id, id);
    await scheduler.scheduleTask({
      id,
      frequency: settings.activeFrequency,
      // Each scope keeps its own limit; this one only frees a task whose worker died.
      timeout: { milliseconds: perScope * (scopes.length + 1) },
      initialDelay: settings.initialDelay,
      scope: 'global',
      fn: signal => observer.observe(signal),
    });
  }

  /** A task that runs already will do what is due, now or in its next round. */
  async #trigger(taskId: string): Promise<void> {
    try {
      await this.#options.scheduler.triggerTask(taskId);
    } catch (error) {
      if (!isError(error) || error.name !== 'ConflictError') throw error;
    }
  }
}

/** A group that names its provider already, as `aws/111122223333`, does not get it twice: operators type this. */
function toTaskId(provider: string, group: string): string {
  const prefix = `${provider}/`;
  const name = group.startsWith(prefix) ? group : `${prefix}${group}`;
  // The scheduler takes letters, digits and a few signs.
  return `observe-${name.replace(/[^\w-]+/g, '-')}`;
}
