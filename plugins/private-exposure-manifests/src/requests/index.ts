export type { AzureExposureRequest } from './AzureExposureRequest';
export type { ExposureRequest } from './ExposureRequest';
export { inFolder } from './inFolder';
export type { LoadBalancerRequest } from './LoadBalancerRequest';
export {
  toAzureExposureInput,
  type AzureExposureSources,
} from './toAzureExposureInput';
export { toExposureInput, type ExposureSources } from './toExposureInput';
export {
  toLoadBalancerInput,
  type LoadBalancerSources,
} from './toLoadBalancerInput';
export { toResourceName } from './toResourceName';
