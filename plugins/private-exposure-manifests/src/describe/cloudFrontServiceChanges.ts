import { planCloudFrontService } from '../builders/cloudFrontObjects';
import { ExistingFiles } from '../builders/types';
import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import { SettingChange } from './changesTable';
import { diffPlan } from './diffPlan';

/**
 * What a Service that is there gets anew and loses, where it is to have the load balancer behind CloudFront: annotations
 * that would say something else are taken out.
 *
 * @internal
 */
export function cloudFrontServiceChanges(
  intent: AwsCloudFrontIntent,
  existing: ExistingFiles,
): SettingChange[] {
  const { path } = intent.manifest;
  const plan = planCloudFrontService(intent);
  return plan ? diffPlan(plan, { path, before: existing[path] }) : [];
}
