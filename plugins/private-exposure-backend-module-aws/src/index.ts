/**
 * The AWS provider of private exposure: PrivateLink endpoint services and their connections.
 *
 * @packageDocumentation
 */
export { privateExposureModuleAws as default } from './module';
export { requiredIamActions } from './requiredIamActions';
