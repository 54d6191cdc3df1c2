export type { AzureExposureRequest } from './AzureExposureRequest';
export type { ExposureRequest } from './ExposureRequest';
export { inFolder } from './inFolder';
export {
  toAzureExposureInput,
  type AzureExposureSources,
} from './toAzureExposureInput';
export { toExposureInput, type ExposureSources } from './toExposureInput';
export { toResourceName } from './toResourceName';
