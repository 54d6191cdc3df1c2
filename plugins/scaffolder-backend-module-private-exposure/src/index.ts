/**
 * Scaffolder actions that write, check and track private exposures.
 *
 * @packageDocumentation
 */
export { scaffolderModulePrivateExposure as default } from './module';
