import type {
  DatabaseService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { Knex } from 'knex';
import { applyMigrations } from '../database/applyMigrations';
import { deleteOld } from '../database/operations/retention/deleteOld';
import { forgetRemovedScopes } from '../database/operations/retention/forgetRemovedScopes';

/** How long rows are kept. @internal */
export interface RetentionSettings {
  /** Lines of the timeline. */
  events: HumanDuration;
  /** Ended decisions. */
  decisions: HumanDuration;
  /** Exposures and connections that are gone, and sources that are no longer configured. */
  gone: HumanDuration;
}

/**
 * Removes what is older than the operator wants to keep, a batch at a time.
 *
 * @internal
 */
export class RetentionCleaner {
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #settings: RetentionSettings;
  readonly #providers: readonly string[];
  readonly #clock: () => Date;

  private constructor(
    knex: Knex,
    options: {
      logger: LoggerService;
      settings: RetentionSettings;
      providers: readonly string[];
      clock?: () => Date;
    },
  ) {
    this.#knex = knex;
    this.#logger = options.logger;
    this.#settings = options.settings;
    this.#providers = options.providers;
    this.#clock = options.clock ?? (() => new Date());
  }

  static async create(options: {
    database: DatabaseService;
    logger: LoggerService;
    settings: RetentionSettings;
    /** Ids of the providers that are installed. */
    providers: readonly string[];
    clock?: () => Date;
  }): Promise<RetentionCleaner> {
    return new RetentionCleaner(
      await applyMigrations(options.database),
      options,
    );
  }

  /** Has it done every hour, by one replica. */
  async start(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'clean-up',
      frequency: { hours: 1 },
      timeout: { minutes: 15 },
      initialDelay: { minutes: 1 },
      scope: 'global',
      fn: signal => this.clean(signal),
    });
  }

  /** One round. */
  async clean(signal?: AbortSignal): Promise<void> {
    const { events, decisions, gone } = this.#settings;
    const work = [
      ['events', 'at', events],
      ['decisions', 'ended_at', decisions],
      ['changes', 'ended_at', decisions],
      ['connections', 'gone_at', gone],
      ['exposures', 'gone_at', gone],
    ] as const;
    for (const [table, column, keep] of work) {
      const before = this.#before(keep);
      const options = { table, column, before, signal };
      const removed = await deleteOld(this.#knex, options);
      if (removed > 0) {
        this.#logger.info(`Removed ${removed} old rows of '${table}'`);
      }
    }
    const scopes = await forgetRemovedScopes(this.#knex, {
      ...{ providers: this.#providers, before: this.#before(gone), signal },
    });
    if (scopes > 0) {
      this.#logger.info(`Forgot ${scopes} sources that are not configured`);
    }
  }

  #before(keep: HumanDuration): Date {
    return new Date(this.#clock().getTime() - durationToMilliseconds(keep));
  }
}
