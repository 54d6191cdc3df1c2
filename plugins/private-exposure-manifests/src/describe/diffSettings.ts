import { ManifestIntent, planManifest } from '../builders/manifestPlan';
import { SettingChange } from './changesTable';
import { diffPlan } from './diffPlan';

/** What an edit changes in an existing manifest, and takes out of it, one row a place; empty for a new file. @internal */
export function diffSettings(
  intent: ManifestIntent,
  before: string | undefined,
): SettingChange[] {
  const { path } = intent.manifest;
  return diffPlan(planManifest(intent), { path, before });
}
