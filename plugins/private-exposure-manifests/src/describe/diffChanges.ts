import { PlannedChange } from '../edit/planEdit';
import { valueAt } from '../edit/valueAt';
import { isSameValue } from '../verify/sameValue';
import { SettingChange } from './changesTable';

function show(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * What an edit changes of an object, and takes out of it, one row a place.
 *
 * @param plain - the object as it is
 * @internal
 */
export function diffChanges(
  plain: unknown,
  changes: readonly PlannedChange[],
): SettingChange[] {
  return changes.flatMap(({ path, value }) => {
    const found = valueAt(plain, path);
    if (isSameValue(found, value)) return [];
    return [
      {
        where: path.join(' › '),
        before: show(found),
        after: value === undefined ? undefined : show(value),
      },
    ];
  });
}
