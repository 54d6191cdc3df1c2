import {
  coreServices,
  createServiceFactory,
  type SchedulerServiceTaskInvocationDefinition,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError, NotFoundError } from '@backstage/errors';

type Task = SchedulerServiceTaskScheduleDefinition &
  SchedulerServiceTaskInvocationDefinition;

/**
 * Runs the plugin's tasks at its start, when it asks, and when a test says so, never by the clock, and knows which are
 * under way. Those it refuses to begin, as Backstage's own does.
 */
export class WatchedScheduler {
  readonly #tasks = new Map<string, Task>();
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #shutdown = new AbortController();

  readonly #service = mockServices.scheduler.mock({
    scheduleTask: async task => {
      this.#tasks.set(task.id, task);
    },
    triggerTask: async id => {
      if (this.#underWay.has(id)) throw new ConflictError(`'${id}' runs`);
      await this.#begin(id);
    },
  });

  /** What the plugin gets. */
  factory() {
    return createServiceFactory({
      service: coreServices.scheduler,
      deps: { lifecycle: coreServices.lifecycle },
      factory: ({ lifecycle }) => {
        lifecycle.addStartupHook(async () => {
          const tasks = [...this.#tasks.values()];
          const atOnce = tasks.filter(task => !task.initialDelay);
          await Promise.all(atOnce.map(({ id }) => this.#begin(id)));
        });
        lifecycle.addShutdownHook(() => this.#shutdown.abort());
        return this.#service;
      },
    });
  }

  /** Runs a task from its begin to its end, after a run that is under way. */
  async run(id: string): Promise<void> {
    while (this.#underWay.has(id)) await this.#over(id);
    await this.#begin(id);
  }

  /** Waits until no task is under way. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) {
      await Promise.all([...this.#underWay.keys()].map(id => this.#over(id)));
    }
  }

  async #begin(id: string): Promise<void> {
    const task = this.#tasks.get(id);
    if (!task) throw new NotFoundError(`There is no task '${id}'`);
    const run = Promise.resolve(task.fn(this.#shutdown.signal)).finally(() =>
      this.#underWay.delete(id),
    );
    this.#underWay.set(id, run);
    await run;
  }

  /** Whoever began it is told of its failure. */
  async #over(id: string): Promise<void> {
    await Promise.allSettled([this.#underWay.get(id)]);
  }
}
