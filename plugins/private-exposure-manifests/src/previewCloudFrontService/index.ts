/**
 * What the form of _Publish through CloudFront and WAF_ shows while somebody types, where the Service itself has the load
 * balancer. Apart from the preview of Ingresses and routes, for it takes other rules.
 *
 * @packageDocumentation
 */
export { previewCloudFrontService } from './previewCloudFrontService';
