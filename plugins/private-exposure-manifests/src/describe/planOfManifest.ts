import { ManifestIntent, planManifest } from '../builders/manifestPlan';
import { findTarget } from '../edit/editManifest';
import { YamlText } from '../edit/YamlText';
import { AnyClusterProfile } from '../intents/anyClusterProfile';
import { KubernetesObject } from '../plan/KubernetesObject';
import { planService, ServicePlan } from '../plan/planService';
import { readService } from '../plan/readService';

/** The Service that an intent is about; `undefined` where the file has none, as with a chart's values. */
function findService(
  intent: ManifestIntent,
  text: string | undefined,
): KubernetesObject | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const file = YamlText.parse(intent.manifest.path, text);
  const target = findTarget(file, planManifest(intent));
  if (!target || target.base.length > 0) return undefined;
  const plain: unknown = file.documents[target.document].toJS({
    maxAliasCount: 100,
  });
  return readService(plain);
}

/**
 * What the Service of a manifest becomes, and what it was.
 *
 * @param before - The file as it was; `undefined` for a new one.
 *
 * @returns `undefined` where the file has no whole Service.
 *
 * @internal
 */
export function planOfManifest(options: {
  intent: ManifestIntent;
  content: string;
  before: string | undefined;
  profile: AnyClusterProfile | undefined;
}): { after: ServicePlan; before: ServicePlan | undefined } | undefined {
  const { intent, content, before, profile } = options;
  const service = findService(intent, content);
  if (!service) return undefined;
  const former = findService(intent, before);
  return {
    after: planService(service, profile, { before: former }),
    before: former && planService(former, profile, { before: former }),
  };
}
