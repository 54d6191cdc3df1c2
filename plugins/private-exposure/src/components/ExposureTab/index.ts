export { EntityExposureTab } from './EntityExposureTab';
