import { ManifestPlan } from '../builders/manifestForms';
import { readTarget } from '../edit/editManifest';
import { planEdit } from '../edit/planEdit';
import { valueAt } from '../edit/valueAt';
import { isSameValue } from '../verify/sameValue';
import { SettingChange } from './changesTable';

function show(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What an edit for a plan changes in an existing manifest, and takes out of it, one row a place; empty for a new one. @internal */
export function diffPlan(
  plan: ManifestPlan,
  { path, before }: { path: string; before: string | undefined },
): SettingChange[] {
  const plain = readTarget(path, before, plan);
  if (plain === undefined) return [];
  return planEdit(plan, plain).flatMap(({ path: place, value }) => {
    const found = valueAt(plain, place);
    if (isSameValue(found, value)) return [];
    return [
      {
        where: place.join(' › '),
        before: show(found),
        after: value === undefined ? undefined : show(value),
      },
    ];
  });
}
