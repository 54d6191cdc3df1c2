import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import type { StateChange } from '../database/StateChange';

/** The scheduled task that decides by rule. @internal */
export const POLICIES_TASK = 'apply-decision-policies';

/** What {@link PolicyTrigger} needs. @internal */
export interface PolicyTriggerOptions {
  /** Has the task, on whatever replica runs it. */
  scheduler: Pick<SchedulerService, 'triggerTask'>;
  /** Told if the task could not be triggered. */
  logger: LoggerService;
}

/**
 * Has the rules of the configuration applied as soon as a consumer waits, or an entity is found for whom one waits for:
 * their own schedule is for what time alone brings.
 *
 * @internal
 */
export class PolicyTrigger {
  readonly #options: PolicyTriggerOptions;

  private constructor(options: PolicyTriggerOptions) {
    this.#options = options;
  }

  static create(options: PolicyTriggerOptions): PolicyTrigger {
    return new PolicyTrigger(options);
  }

  /** Call it after the changes are committed. Does not wait for the rules. */
  add(changes: readonly StateChange[]): void {
    if (!changes.some(isForRules)) return;
    const { scheduler, logger } = this.#options;
    scheduler.triggerTask(POLICIES_TASK).catch(error => {
      // It is not scheduled yet, and will begin by itself, or it runs already, and soon again.
      const isExpected =
        isError(error) && /^(NotFound|Conflict)Error$/.test(error.name);
      if (isExpected) return;
      logger.warn(
        `The decision policies are applied later: ${stringifyError(error)}`,
      );
    });
  }
}

function isForRules({ type, to }: StateChange): boolean {
  switch (type) {
    case 'connection-appeared':
    case 'connection-state-changed':
      return to === 'pending';
    case 'claim-changed':
      return true;
    default:
      return false;
  }
}
