export type { ExposureRequest } from './ExposureRequest';
export { inFolder } from './inFolder';
export { toExposureInput, type ExposureSources } from './toExposureInput';
export { toResourceName } from './toResourceName';
