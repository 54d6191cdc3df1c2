import { existingText } from './existingText';
import { ExistingFiles } from './types';

/** A file before and after a step. @internal */
export interface StepEdit {
  path: string;
  /** Missing for a new file. */
  before: string | undefined;
  /** Missing where the file goes. */
  after: string | undefined;
}

/**
 * The edit of a file that has to be there.
 *
 * @param change - Gives the text after the step, or `undefined` where the file goes.
 * @throws {@link UnsafeEditError} where the file is not there.
 * @internal
 */
export function editExisting(
  existing: ExistingFiles,
  path: string,
  change: (text: string) => string | undefined,
): StepEdit {
  const before = existingText(existing, path);
  return { path, before, after: change(before) };
}
