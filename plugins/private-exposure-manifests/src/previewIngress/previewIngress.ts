import { GeneratedFile } from '../builders/types';
import { listIngressPlan } from '../describe/describeIngressPlan';
import { planObjects } from '../describe/planObjects';
import { ClusterProfile } from '../intents/clusterProfile';
import { RuleBook } from '../linter/RuleBook';
import { RuleLinter } from '../linter/RuleLinter';
import { annotationRules } from '../linter/rules/annotationRules';
import { ingressRules } from '../linter/rules/ingressRules';
import { ReadyPreview } from '../preview/types';

/** A Service without a load balancer gives rules about those nothing to say, and a browser need not load them. */
const book = new RuleBook([...annotationRules, ...ingressRules]);

/**
 * Says what would come of an exposure by an Ingress, or by a route of a Gateway.
 *
 * @param manifest - the Ingress, with the Service where it is new
 * @param options - `route`: the Ingress or the route, where that is in a file of its own
 * @internal
 */
export function previewIngress(
  manifest: GeneratedFile,
  options: Pick<ReadyPreview, 'ofExisting' | 'route'> & {
    profile: ClusterProfile;
  },
): ReadyPreview {
  const { ofExisting, route, profile: clusterProfile } = options;
  const files = [manifest, ...(route ? [route] : [])];
  const findings = new RuleLinter(book, { clusterProfile }).checkAll(files);
  const planned = planObjects(files, { clusterProfile }).flatMap(object =>
    object.kind === 'Ingress' ? [object.after] : [],
  );
  return {
    type: 'ready',
    ...{ manifest, route, ofExisting, findings },
    planOf: planned.length > 0 ? 'Ingress' : undefined,
    plan: planned.flatMap(listIngressPlan),
  };
}
