/**
 * What a template form shows while somebody types: small enough for a browser, so it parses and edits no existing files.
 *
 * @packageDocumentation
 */
export {
  previewExposure,
  type ExposurePreview,
  type PreviewSources,
  type ServicePlace,
} from './previewExposure';
