import { UnsafeEditError } from '../errors';
import { ExistingFiles } from './types';

/**
 * The text of a file that has to be there.
 *
 * @throws {@link UnsafeEditError} where it is not.
 * @internal
 */
export function existingText(existing: ExistingFiles, path: string): string {
  const text = existing[path];
  if (text === undefined)
    throw new UnsafeEditError({ path, message: 'is not there' });
  return text;
}
