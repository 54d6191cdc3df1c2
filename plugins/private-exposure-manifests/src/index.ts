/**
 * Builds, edits and checks the manifests and infrastructure code behind private exposure.
 *
 * @packageDocumentation
 */
export * from './addGrant';
export * from './bicep';
export * from './buildAwsCloudFront';
export * from './buildAwsClusterPreparation';
export * from './buildAwsLoadBalancer';
export * from './buildAwsLoadBalancerWithdrawal';
export * from './buildAwsPrivateLinkConsumer';
export * from './buildAwsPrivateLinkExposure';
export * from './buildAwsPublicEntrance';
export * from './buildAzureFrontDoor';
export * from './buildAzurePrivateLinkConsumer';
export * from './buildAzurePrivateLinkExposure';
export * from './buildAzureWithdrawal';
export * from './buildCloudFrontMigration';
export * from './buildCatalogClaim';
export * from './buildCloudFrontWithdrawal';
export { buildSharedRoute } from './buildSharedRoute';
export * from './buildWithdrawal';
export { declaresUsEast1 } from './builders/buildCloudFrontInfrastructure';
export type { CatalogClaim } from './builders/claimInCatalog';
export type {
  BuildResult,
  ExistingFiles,
  GeneratedFile,
} from './builders/types';
export * from './catalogues';
export type { PlanChange } from './describe/comparePlanRows';
export {
  describeIngressPlan,
  listIngressPlan,
} from './describe/describeIngressPlan';
export { describeObjects } from './describe/describeObjects';
export { comparePlans, describePlan, listPlan } from './describe/describePlan';
export { describeReview } from './describe/describeReview';
export type { PlanObjectsOptions } from './describe/planObjects';
export type { PlanRow } from './describe/planRows';
export * from './errors';
export * from './findRequestMessage';
export * from './hcl';
export * from './intents';
export * from './linter';
export * from './plan';
export * from './requests';
export * from './values';
