export type { AzureExposureRequest } from './AzureExposureRequest';
export type { CloudFrontOriginRequest } from './CloudFrontOriginRequest';
export type { CloudFrontRequest } from './CloudFrontRequest';
export type { ExposureRequest } from './ExposureRequest';
export { inFolder } from './inFolder';
export type { LoadBalancerRequest } from './LoadBalancerRequest';
export type { PublicRouteRequest } from './PublicRouteRequest';
export {
  toAzureExposureInput,
  type AzureExposureSources,
} from './toAzureExposureInput';
export {
  MAX_CLOUDFRONT_NAME,
  toCloudFrontInput,
  type CloudFrontSources,
} from './toCloudFrontInput';
export { toExposureInput, type ExposureSources } from './toExposureInput';
export {
  toLoadBalancerInput,
  type LoadBalancerSources,
} from './toLoadBalancerInput';
export { toPublicRoute } from './toPublicRoute';
export { toResourceName } from './toResourceName';
