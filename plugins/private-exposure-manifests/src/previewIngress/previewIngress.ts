import { ManifestObject } from '../builders/types';
import { listIngressPlan } from '../describe/describeIngressPlan';
import { planObjects } from '../describe/planObjects';
import { ClusterProfile } from '../intents/clusterProfile';
import { RuleBook } from '../linter/RuleBook';
import { RuleLinter } from '../linter/RuleLinter';
import { annotationRules } from '../linter/rules/annotationRules';
import { ingressRules } from '../linter/rules/ingressRules';
import { ReadyPreview } from '../preview/types';
import { stringifyManifest } from '../yaml/stringifyManifest';

/** A Service without a load balancer gives rules about those nothing to say, and a browser need not load them. */
const book = new RuleBook([...annotationRules, ...ingressRules]);

/**
 * Says what would come of an exposure by an Ingress.
 *
 * @param objects - the Ingress, with the Service where it is new
 * @internal
 */
export function previewIngress(
  objects: readonly ManifestObject[],
  options: { path: string; profile: ClusterProfile },
): ReadyPreview {
  const { path, profile: clusterProfile } = options;
  const content = objects.map(stringifyManifest).join('---\n');
  const manifest = { path, content };
  const findings = new RuleLinter(book, { clusterProfile }).checkAll([
    manifest,
  ]);
  const plan = planObjects([manifest], { clusterProfile }).flatMap(planned =>
    planned.kind === 'Ingress' ? listIngressPlan(planned.after) : [],
  );
  return { type: 'ready', manifest, planOf: 'Ingress', plan, findings };
}
