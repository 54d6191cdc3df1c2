import { ControllerRefusal } from '../ControllerRefusal';

/**
 * Puts what a refusal is about in front of its words, as Go's `errors.Wrap` does.
 *
 * @internal
 */
export function within<T>(prefix: string, plan: () => T): T {
  try {
    return plan();
  } catch (error) {
    if (!(error instanceof ControllerRefusal)) throw error;
    throw new ControllerRefusal(`${prefix}: ${error.message}`, error.about);
  }
}
