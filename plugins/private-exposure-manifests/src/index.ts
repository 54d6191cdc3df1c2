/**
 * Builds, edits and checks the manifests and infrastructure code behind private exposure.
 *
 * @packageDocumentation
 */
export * from './addGrant';
export * from './buildAwsPrivateLinkConsumer';
export * from './buildAwsPrivateLinkExposure';
export * from './buildAzurePrivateLinkExposure';
export * from './buildWithdrawal';
export type { CatalogClaim } from './builders/claimInCatalog';
export type {
  BuildResult,
  ExistingFiles,
  GeneratedFile,
} from './builders/types';
export * from './catalogues';
export {
  comparePlans,
  describePlan,
  listPlan,
  type PlanChange,
} from './describe/describePlan';
export type { PlanRow } from './describe/planRows';
export * from './errors';
export * from './hcl';
export * from './intents';
export * from './linter';
export * from './plan';
export * from './requests';
export * from './values';
