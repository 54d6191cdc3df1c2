import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { StateChange } from '../database/StateChange';
import { selectNews, toOwnerNotification } from './ownerNotification';

/**
 * Tells the owners of entities what needs them.
 *
 * @internal
 */
export class OwnerNotifier {
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;

  private constructor(
    notifications: NotificationService,
    logger: LoggerService,
  ) {
    this.#notifications = notifications;
    this.#logger = logger;
  }

  static create(options: {
    notifications: NotificationService;
    logger: LoggerService;
  }): OwnerNotifier {
    return new OwnerNotifier(options.notifications, options.logger);
  }

  /** Call it after the changes are committed. */
  async add(changes: readonly StateChange[]): Promise<void> {
    for (const news of selectNews(changes)) {
      try {
        await this.#notifications.send(toOwnerNotification(news));
      } catch (error) {
        this.#logger.warn(
          `The owner of '${news.entityRef}' was not notified: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }
}
