import type { SchedulerService } from '@backstage/backend-plugin-api';
import { durationToMilliseconds } from '@backstage/types';
import type { ChangeTracker } from './changes/ChangeTracker';
import type { PrivateExposureConfig } from './config';
import type { DecisionExecutor } from './decisions/DecisionExecutor';
import type { DecisionPolicies } from './decisions/DecisionPolicies';
import { POLICIES_TASK } from './decisions/PolicyTrigger';

/** What {@link startTasks} needs. @internal */
export interface StartTasksOptions {
  /** Runs each task on one replica at a time. */
  scheduler: SchedulerService;
  /** How often things are looked at. */
  config: PrivateExposureConfig;
  /** Takes up decisions of dead workers. */
  executor: DecisionExecutor;
  /** Decides by rule. */
  policies: DecisionPolicies;
  /** Follows pull requests. */
  tracker: ChangeTracker;
}

/** Schedules what acts without anybody asking. @internal */
export async function startTasks(options: StartTasksOptions): Promise<void> {
  const { scheduler, config, executor, policies, tracker } = options;
  await scheduler.scheduleTask({
    id: 'recover-decisions',
    frequency: { seconds: 15 },
    // A decision that never shows its effect takes this long; the rest is room for calls.
    timeout: {
      milliseconds:
        2 * durationToMilliseconds(config.decisions.effectTimeout) + 60_000,
    },
    scope: 'global',
    fn: signal => executor.recover(signal),
  });
  await scheduler.scheduleTask({
    id: 'follow-changes',
    frequency: config.changes.pollInterval,
    timeout: { minutes: 10 },
    scope: 'global',
    fn: signal => tracker.poll(signal),
  });
  if (policies.hasRules()) {
    await scheduler.scheduleTask({
      id: POLICIES_TASK,
      frequency: { seconds: 30 },
      timeout: { minutes: 10 },
      scope: 'global',
      fn: signal => policies.apply(signal),
    });
  }
}
