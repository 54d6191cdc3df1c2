export * from './addGrant';
export * from './anyClusterProfile';
export {
  applicationLoadBalancerSchema,
  type ApplicationLoadBalancerIntent,
} from './applicationLoadBalancer';
export * from './awsCloudFront';
export {
  awsClusterPreparationIntentSchema,
  type AwsClusterPreparationInput,
  type AwsClusterPreparationIntent,
} from './awsClusterPreparation';
export {
  awsLoadBalancerIntentSchema,
  type AwsLoadBalancerInput,
  type AwsLoadBalancerIntent,
} from './awsLoadBalancer';
export * from './awsLoadBalancerWithdraw';
export * from './awsPublicEntrance';
export * from './azureClusterProfile';
export * from './azureConsumer';
export * from './azureExposure';
export * from './azureFrontDoor';
export * from './azureHealthProbe';
export * from './azureInfrastructure';
export { azureTagNameSchema, azureTagsSchema } from './azureTags';
export * from './azureWithdraw';
export {
  cloudFrontMigrationSchema,
  cloudFrontMigrationStepSpecs,
  type CloudFrontMigrationInput,
  type CloudFrontMigrationIntent,
  type CloudFrontMigrationStep,
} from './cloudFrontMigration';
export * from './catalogClaim';
export {
  cloudFrontOriginSchema,
  publicEntranceSchema,
  vpcOriginSchema,
  type CloudFrontOriginIntent,
  type PublicEntranceIntent,
  type VpcOriginIntent,
} from './cloudFrontOrigin';
export * from './cloudFrontWithdraw';
export * from './clusterProfile';
export * from './consumer';
export * from './endpointService';
export * from './exposure';
export * from './healthCheck';
export * from './infrastructure';
export * from './loadBalancer';
export { DEFAULT_OWNER_TAG, ownerTagSchema } from './ownerTag';
export * from './parseClusterProfile';
export * from './parseIntent';
export * from './service';
export {
  routePathSchema,
  sharedEntranceForms,
  sharedEntranceSchema,
  sharedRouteIntentSchema,
  type RoutePath,
  type SharedEntrance,
  type SharedEntranceForm,
  type SharedEntranceInput,
  type SharedRouteInput,
  type SharedRouteIntent,
} from './sharedRoute';
export * from './webAcl';
export * from './withdraw';
