import {
  ManifestIntent,
  ManifestPlan,
  planManifest,
} from '../builders/manifestPlan';
import { requireForNew } from '../builders/requireForNew';
import { GeneratedFile } from '../builders/types';
import { AzureClusterProfile } from '../intents/azureClusterProfile';
import { ClusterProfile } from '../intents/clusterProfile';
import { RuleBook } from '../linter/RuleBook';
import { RuleLinter } from '../linter/RuleLinter';
import { endpointServiceRules } from '../linter/rules/endpointServiceRules';
import { serviceRules } from '../linter/rules/serviceRules';
import { readService } from '../plan/readService';
import { stringifyManifest } from '../yaml/stringifyManifest';
import { planKnownService } from './planKnownService';
import { planRowsOf } from './planRowsOf';
import { PreviewSources, ReadyPreview, ServicePlace } from './types';
import { withStandInPort } from './withStandInPort';

/** Those that are about what is previewed: the others have nothing to say, and a browser need not load them. */
const book = new RuleBook([...serviceRules, ...endpointServiceRules]);

/** Where an existing Service is looked for. */
function placeOf(
  { manifest, service }: ManifestIntent,
  { match }: ManifestPlan,
): ServicePlace | undefined {
  if (!match.some(({ value }) => value === 'Service')) return undefined;
  const { name, namespace } = service;
  return { path: manifest.path, name, namespace };
}

/**
 * Says what would come of an exposure by a Service with a load balancer.
 *
 * @param options - `infrastructure`: the code beside the manifest, where there is any
 * @throws {@link InvalidIntentError} where a template would refuse it
 * @internal
 */
export function previewService(
  intent: ManifestIntent,
  options: Pick<PreviewSources, 'exists' | 'present'> & {
    profile: ClusterProfile | AzureClusterProfile;
    infrastructure?: GeneratedFile;
  },
): ReadyPreview {
  const { profile, infrastructure, exists, present } = options;
  if (!exists) requireForNew(intent);
  const { path } = intent.manifest;
  const plan = planManifest(intent);
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
    infrastructure,
    planOf: 'Service',
    ...known,
    service,
    findings,
  };
}
