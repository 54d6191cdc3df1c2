import { ManifestIntent, planManifest } from '../builders/manifestPlan';
import { findTarget, valueAt } from '../edit/editManifest';
import { YamlText } from '../edit/YamlText';
import { isSameValue } from '../verify/sameValue';
import { SettingChange } from './changesTable';

function show(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What an edit changes in an existing manifest, one row a setting; empty for a new file. @internal */
export function diffSettings(
  intent: ManifestIntent,
  before: string | undefined,
): SettingChange[] {
  if (before === undefined || before.trim() === '') return [];
  const plan = planManifest(intent);
  const file = YamlText.parse(intent.manifest.path, before);
  const target = findTarget(file, plan);
  if (!target) return [];
  const plain: unknown = file.documents[target.document].toJS({
    maxAliasCount: 100,
  });
  return plan.settings.flatMap(({ path, value }) => {
    const found = valueAt(plain, [...target.base, ...path]);
    if (isSameValue(found, value)) return [];
    return [
      { where: path.join(' › '), before: show(found), after: show(value) },
    ];
  });
}
