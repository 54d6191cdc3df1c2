import { editManifest } from '../edit/editManifest';
import { verifyManifest } from '../verify/verifyManifest';
import { stringifyManifest } from '../yaml/stringifyManifest';
import { ManifestIntent, planManifest } from './manifestPlan';
import { requireForNew } from './requireForNew';
import { ExistingFiles, GeneratedFile } from './types';

/**
 * Writes the Kubernetes side of an exposure into a new file, or into the existing one at its path.
 *
 * @throws {@link InvalidIntentError}, {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function buildManifest(
  intent: ManifestIntent,
  existing: ExistingFiles,
): GeneratedFile {
  const { path } = intent.manifest;
  const plan = planManifest(intent);
  const before = existing[path];
  if (before !== undefined && before.trim() !== '') {
    return {
      path,
      content: editManifest({ path, text: before, plan, intent }),
    };
  }
  requireForNew(intent);
  const content = stringifyManifest(plan.create);
  verifyManifest({ path, content, wanted: [plan.create] });
  return { path, content };
}
