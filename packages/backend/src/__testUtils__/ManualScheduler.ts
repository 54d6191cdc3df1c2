import {
  coreServices,
  createServiceFactory,
  type SchedulerService,
  type SchedulerServiceTaskInvocationDefinition,
} from '@backstage/backend-plugin-api';

/** Runs the plugin's tasks when a test says so, and never by the clock. */
export class ManualScheduler {
  readonly #tasks = new Map<string, SchedulerServiceTaskInvocationDefinition>();
  /** The end of what was asked for last. */
  #last: Promise<void> = Promise.resolve();

  /** What the plugin gets; also outside of Jest. */
  factory() {
    const scheduler: SchedulerService = {
      scheduleTask: async task => {
        this.#tasks.set(task.id, task);
      },
      createScheduledTaskRunner: () => ({
        run: async task => {
          this.#tasks.set(task.id, task);
        },
      }),
      getScheduledTasks: async () => [],
      // The plugin asks for a round, and does not wait for its end.
      triggerTask: async id => {
        this.#enqueue([id]);
      },
      cancelTask: async id => {
        this.#tasks.delete(id);
      },
    };
    return createServiceFactory({
      service: coreServices.scheduler,
      deps: {},
      factory: () => scheduler,
    });
  }

  /** Runs all tasks whose id begins with something, side by side, as several accounts are. */
  async run(prefix: string): Promise<void> {
    const ids = [...this.#tasks.keys()].filter(id => id.startsWith(prefix));
    if (ids.length === 0) throw new Error(`There is no task '${prefix}'`);
    this.#enqueue(ids);
    await this.settled();
  }

  /** Waits until nothing runs any more. */
  async settled(): Promise<void> {
    let awaited: Promise<void>;
    do {
      awaited = this.#last;
      await awaited;
    } while (awaited !== this.#last);
  }

  #enqueue(ids: readonly string[]): void {
    const { signal } = new AbortController();
    this.#last = this.#last.then(async () => {
      await Promise.all(ids.map(id => this.#tasks.get(id)?.fn(signal)));
    });
  }
}
