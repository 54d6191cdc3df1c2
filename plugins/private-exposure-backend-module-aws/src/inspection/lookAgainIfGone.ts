import { isNotFound } from '../clients/errors';
import type { InspectionContext } from './InspectionContext';

/**
 * Looks at something by what was listed a moment ago. Where a part of it is there no more, looks again, at what is there
 * now.
 *
 * @throws what the second look throws, or the first for any other reason.
 * @internal
 */
export async function lookAgainIfGone<Value>(
  context: InspectionContext,
  lookAt: (context: InspectionContext) => Promise<Value>,
): Promise<Value> {
  try {
    return await lookAt(context);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    return lookAt({ ...context, since: performance.now() });
  }
}
