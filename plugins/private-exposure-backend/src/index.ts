/**
 * Observes private exposures, decides on connections, and serves both to the portal.
 *
 * @packageDocumentation
 */
export { privateExposurePlugin as default } from './plugin';
export {
  createExposureConditionalDecision,
  exposureConditions,
  type ExposureCondition,
  type ExposureConditions,
} from './permissions/conditionExports';
