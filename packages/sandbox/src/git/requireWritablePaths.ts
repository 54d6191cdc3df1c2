import { InputError } from '@backstage/errors';
import { TreeChange } from './types';

/**
 * Refuses paths that git could store but never check out. `git update-index --index-info` itself only
 * warns about such a path and leaves it out.
 *
 * @throws InputError that names the path.
 * @internal
 */
export function requireWritablePaths(changes: Pick<TreeChange, 'path'>[]) {
  for (const { path } of changes) {
    const isBad = path
      .split('/')
      .some(name => ['', '.', '..'].includes(name) || /^\.git$/i.test(name));
    if (isBad || path.includes('\0')) {
      throw new InputError(`'${path}' is not a path that a tree can hold`);
    }
  }
}
