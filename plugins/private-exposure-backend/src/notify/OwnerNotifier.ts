import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { StateChange } from '../database/StateChange';
import {
  type OwnerNews,
  selectNews,
  toOwnerNotification,
} from './ownerNotification';

/**
 * Tells the owners of entities what needs them.
 *
 * @internal
 */
export class OwnerNotifier {
  readonly #notifications: NotificationService;
  readonly #tabPath: string;
  readonly #logger: LoggerService;
  #isMissing = false;

  private constructor(
    notifications: NotificationService,
    tabPath: string,
    logger: LoggerService,
  ) {
    this.#notifications = notifications;
    this.#tabPath = tabPath;
    this.#logger = logger;
  }

  static create(options: {
    notifications: NotificationService;
    tabPath: string;
    logger: LoggerService;
  }): OwnerNotifier {
    const { notifications, tabPath, logger } = options;
    return new OwnerNotifier(notifications, tabPath, logger);
  }

  /** Call it after the changes are committed. */
  async add(changes: readonly StateChange[]): Promise<void> {
    for (const news of selectNews(changes)) {
      try {
        const notification = toOwnerNotification(news, this.#tabPath);
        await this.#notifications.send(notification);
        this.#isMissing = false;
      } catch (error) {
        this.#explain(news, error);
        if (this.#isMissing) return;
      }
    }
  }

  #explain(news: OwnerNews, error: unknown): void {
    if (!isMissingPlugin(error)) {
      this.#logger.warn(
        `The owner of '${news.entityRef}' was not notified: ${stringifyError(
          error,
        )}`,
      );
      return;
    }
    // Once: where it is not installed, this is no news.
    if (!this.#isMissing) {
      this.#logger.info(
        'The notifications plugin does not answer: as long as it is not installed and running, owners are not notified',
      );
    }
    this.#isMissing = true;
  }
}

/**
 * The service is always there and talks HTTP; without the plugin nobody answers under its path. Nor does anybody while a
 * replica starts, so it is tried again with the next news.
 */
function isMissingPlugin(error: unknown): boolean {
  return isError(error) && error.statusCode === 404;
}
