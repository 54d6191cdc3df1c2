/**
 * What the form of _Publish through CloudFront and WAF_ shows while somebody types, where an Ingress or a route leads to the
 * service. The builder of the infrastructure code, and the editor of existing files, stay out of the browser.
 *
 * @packageDocumentation
 */
export { previewCloudFront } from './previewCloudFront';
