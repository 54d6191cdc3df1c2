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
  #isInstalled = true;

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
      if (!this.#isInstalled) return;
      try {
        const notification = toOwnerNotification(news, this.#tabPath);
        await this.#notifications.send(notification);
      } catch (error) {
        this.#explain(news, error);
      }
    }
  }

  #explain(news: OwnerNews, error: unknown): void {
    if (isMissingPlugin(error)) {
      this.#isInstalled = false;
      this.#logger.info(
        'The notifications plugin is not installed: owners are not notified',
      );
      return;
    }
    this.#logger.warn(
      `The owner of '${news.entityRef}' was not notified: ${stringifyError(
        error,
      )}`,
    );
  }
}

/** The service is always there and talks HTTP; without the plugin nobody answers under its path. */
function isMissingPlugin(error: unknown): boolean {
  return isError(error) && error.statusCode === 404;
}
