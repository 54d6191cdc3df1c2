import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { StateChangeListener } from '../database/StateChange';

/**
 * One listener out of several. One that fails is logged and does not keep the others from hearing.
 *
 * @internal
 */
export function combineListeners(
  listeners: Record<string, StateChangeListener>,
  logger: LoggerService,
): StateChangeListener {
  return async changes => {
    if (changes.length === 0) return;
    const tell = Object.entries(listeners).map(async ([name, listener]) => {
      try {
        await listener(changes);
      } catch (error) {
        logger.warn(
          `The ${name} did not take ${changes.length} changes: ${stringifyError(
            error,
          )}`,
        );
      }
    });
    await Promise.all(tell);
  };
}
