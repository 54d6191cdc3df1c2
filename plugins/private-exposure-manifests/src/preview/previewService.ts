import { ManifestIntent, planManifest } from '../builders/manifestPlan';
import { requireForNew } from '../builders/requireForNew';
import { RuleBook } from '../linter/RuleBook';
import { endpointServiceRules } from '../linter/rules/endpointServiceRules';
import { serviceRules } from '../linter/rules/serviceRules';
import { previewPlan, PreviewPlanOptions } from './previewPlan';
import { ReadyPreview } from './types';

const book = new RuleBook([...serviceRules, ...endpointServiceRules]);

/**
 * Says what would come of an exposure by a Service with a load balancer.
 *
 * @throws {@link InvalidIntentError} where a template would refuse it
 * @internal
 */
export function previewService(
  intent: ManifestIntent,
  options: Omit<PreviewPlanOptions, 'intent' | 'book'>,
): ReadyPreview {
  if (!options.exists) requireForNew(intent);
  return previewPlan(planManifest(intent), { ...options, intent, book });
}
