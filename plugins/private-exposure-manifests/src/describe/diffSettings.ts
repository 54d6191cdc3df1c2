import { ManifestIntent, planManifest } from '../builders/manifestPlan';
import { readTarget } from '../edit/editManifest';
import { planEdit } from '../edit/planEdit';
import { valueAt } from '../edit/valueAt';
import { isSameValue } from '../verify/sameValue';
import { SettingChange } from './changesTable';

function show(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What an edit changes in an existing manifest, and takes out of it, one row a place; empty for a new file. @internal */
export function diffSettings(
  intent: ManifestIntent,
  before: string | undefined,
): SettingChange[] {
  const plan = planManifest(intent);
  const plain = readTarget(intent.manifest.path, before, plan);
  if (plain === undefined) return [];
  return planEdit(plan, plain).flatMap(({ path, value }) => {
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
