/**
 * What a template form shows while somebody types: small enough for a browser, so it parses and edits no existing files.
 *
 * @packageDocumentation
 */
export { previewAzureExposure } from './previewAzureExposure';
export { previewExposure } from './previewExposure';
export type {
  ExposurePreview,
  PreviewSources,
  ReadyPreview,
  ServicePlace,
} from './types';
