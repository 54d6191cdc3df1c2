import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { PrivateExposureConfig } from './config';
import type { StateChangeListener } from './database/StateChange';
import { hasRules } from './decisions/DecisionPolicies';
import { PolicyTrigger } from './decisions/PolicyTrigger';
import { combineListeners } from './notify/combineListeners';
import { OwnerNotifier } from './notify/OwnerNotifier';
import { SignalPublisher } from './notify/SignalPublisher';

/** What telling of changes is made of. @internal */
export interface CreateListenersOptions {
  config: PrivateExposureConfig;
  logger: LoggerService;
  notifications: NotificationService;
  scheduler: SchedulerService;
  signals: SignalsService;
}

/** Makes what is told of changes: open pages, owners, and the rules of the configuration, where it has some. @internal */
export function createListeners(options: CreateListenersOptions): {
  onChanges: StateChangeListener;
  /** Sends the signals that still wait. */
  flush(): Promise<void>;
} {
  const { config, logger } = options;
  const signals = SignalPublisher.create(options);
  const notifier = OwnerNotifier.create({
    ...options,
    tabPath: config.notifications.entityTabPath,
  });
  const policies = PolicyTrigger.create(options);
  const onChanges = combineListeners(
    {
      signals: changes => signals.add(changes),
      notifications: changes => notifier.add(changes),
      ...(hasRules(config.decisions) && {
        policies: changes => policies.add(changes),
      }),
    },
    logger,
  );
  return { onChanges, flush: () => signals.flush() };
}
