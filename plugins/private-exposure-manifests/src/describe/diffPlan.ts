import { ManifestPlan } from '../builders/manifestForms';
import { readTarget } from '../edit/editManifest';
import { planEdit } from '../edit/planEdit';
import { SettingChange } from './changesTable';
import { diffChanges } from './diffChanges';

/** What an edit for a plan changes in an existing manifest, and takes out of it, one row a place; empty for a new one. @internal */
export function diffPlan(
  plan: ManifestPlan,
  { path, before }: { path: string; before: string | undefined },
): SettingChange[] {
  const plain = readTarget(path, before, plan);
  return plain === undefined ? [] : diffChanges(plain, planEdit(plan, plain));
}
