/**
 * The Azure provider of private exposure: private link services, Front Door and their connections.
 *
 * @packageDocumentation
 */
export { privateExposureModuleAzure as default } from './module';
export { requiredRbacActions } from './requiredRbacActions';
