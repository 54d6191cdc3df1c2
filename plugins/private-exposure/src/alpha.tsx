/**
 * Private exposure for apps on the new frontend system.
 *
 * @packageDocumentation
 */
export { privateExposurePlugin as default } from './alpha/plugin';
export { privateExposureTranslationRef } from './translation';
