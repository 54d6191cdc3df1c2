import {
  ORIGIN_FORM,
  newClusterService,
  planCloudFrontService,
} from '../builders/cloudFrontObjects';
import { RuleBook } from '../linter/RuleBook';
import { serviceRules } from '../linter/rules/serviceRules';
import { orRefused } from '../preview/orRefused';
import { previewPlan } from '../preview/previewPlan';
import { ExposurePreview, PreviewSources } from '../preview/types';
import { readPublication } from '../previewCloudFront/readPublication';
import { CloudFrontRequest } from '../requests/CloudFrontRequest';

const book = new RuleBook(serviceRules);

/**
 * Says what would come of what was typed so far for a publication through CloudFront over a Network Load Balancer: the
 * Service, what it becomes and what it is now, and the linter's findings.
 *
 * @remarks The file is that of a repository that has none. In an existing file only what is shown is set. The
 * infrastructure code is not written here.
 *
 * @throws an error that is no refusal only where the product is at fault
 * @public
 */
export function previewCloudFrontService(
  sources: PreviewSources<CloudFrontRequest>,
): ExposurePreview {
  const { exists, present } = sources;
  return orRefused(() => {
    const { intent, profile } = readPublication(sources);
    const plan = planCloudFrontService(intent);
    if (!plan) throw new Error('Only a Network Load Balancer has a Service');
    // Refuses a Service without pods and ports.
    if (!exists) newClusterService(intent);
    const { service, manifest } = intent;
    return previewPlan(plan, {
      ...{ profile, book, exists, present },
      intent: { service, manifest: { ...manifest, form: ORIGIN_FORM } },
    });
  });
}
