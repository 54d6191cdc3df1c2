import { UnsafeEditError } from '../errors';
import { ExistingFiles } from './types';

/**
 * Refuses a step while a file still has what an earlier step takes away. A file that is gone or empty has nothing.
 *
 * @throws {@link UnsafeEditError} naming the file and the step to do first.
 * @internal
 */
export function refuseTooEarly(
  existing: ExistingFiles,
  path: string,
  earlier: {
    /** What it takes away, for people. */
    what: string;
    step: string;
    isIn: (text: string) => boolean;
  },
): void {
  const text = existing[path];
  if (text === undefined || text.trim() === '' || !earlier.isIn(text)) return;
  throw new UnsafeEditError({
    path,
    message: `still has ${earlier.what}; do the step '${earlier.step}' first, and let it be applied`,
  });
}
