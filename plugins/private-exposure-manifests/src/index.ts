/**
 * Builds, edits and checks the manifests and infrastructure code behind private exposure.
 *
 * @packageDocumentation
 */
export * from './addGrant';
export * from './buildAwsPrivateLinkConsumer';
export * from './buildAwsPrivateLinkExposure';
export * from './buildWithdrawal';
export type {
  BuildResult,
  ExistingFiles,
  GeneratedFile,
} from './builders/types';
export * from './catalogues';
export * from './errors';
export * from './hcl';
export * from './intents';
export * from './linter';
export * from './values';
