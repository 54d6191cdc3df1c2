import { ManifestPlan } from '../builders/manifestPlan';
import { GeneratedFile } from '../builders/types';
import { EditedService } from '../edit/editManifest';
import { AzureClusterProfile } from '../intents/azureClusterProfile';
import { ClusterProfile } from '../intents/clusterProfile';
import { RuleBook } from '../linter/RuleBook';
import { RuleLinter } from '../linter/RuleLinter';
import { readService } from '../plan/readService';
import { stringifyManifest } from '../yaml/stringifyManifest';
import { planKnownService } from './planKnownService';
import { planRowsOf } from './planRowsOf';
import { PreviewSources, ReadyPreview, ServicePlace } from './types';
import { withStandInPort } from './withStandInPort';

/** What a preview of a Service needs to know besides what it consists of. @internal */
export interface PreviewPlanOptions
  extends Pick<PreviewSources, 'exists' | 'present'> {
  intent: EditedService & { manifest: { path: string } };
  profile: ClusterProfile | AzureClusterProfile;
  /** The rules about what is previewed: the others have nothing to say, and a browser need not load them. */
  book: RuleBook;
  /** The code beside the manifest, where there is any. */
  infrastructure?: GeneratedFile;
}

/** Where an existing Service is looked for. */
function placeOf(
  { manifest, service }: PreviewPlanOptions['intent'],
  { match }: ManifestPlan,
): ServicePlace | undefined {
  if (!match.some(({ value }) => value === 'Service')) return undefined;
  const { name, namespace } = service;
  return { path: manifest.path, name, namespace };
}

/**
 * Says what would come of a Service with a load balancer, or of what makes one.
 *
 * @throws {@link InvalidIntentError} where a template would refuse to change the Service that is there
 * @internal
 */
export function previewPlan(
  plan: ManifestPlan,
  options: PreviewPlanOptions,
): ReadyPreview {
  const { intent, profile, book, infrastructure, exists, present } = options;
  const { path } = intent.manifest;
  const whole = exists ? withStandInPort(plan.create) : plan.create;
  const content = stringifyManifest(whole);
  const linter = new RuleLinter(book, { clusterProfile: profile });
  const findings = linter.checkAll([
    { path, content },
    ...(infrastructure ? [infrastructure] : []),
  ]);
  const service = placeOf(intent, plan);
  const found = service && readService(present);
  const known = found
    ? planKnownService(found, { intent, plan, profile })
    : { plan: planRowsOf(whole, profile), comparison: undefined };
  return {
    type: 'ready',
    manifest: { path, content: stringifyManifest(plan.create) },
    ofExisting: 'changed',
    infrastructure,
    planOf: 'Service',
    ...known,
    service,
    findings,
  };
}
