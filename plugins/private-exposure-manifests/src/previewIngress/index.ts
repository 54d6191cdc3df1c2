/**
 * What the form of a template that writes an Ingress shows while somebody types. Apart from the preview of Services, for
 * it takes other rules, and a browser loads those of one form.
 *
 * @packageDocumentation
 */
export { previewLoadBalancer } from './previewLoadBalancer';
