/**
 * Loads what builds and lints in the browser, in a chunk of its own: only who sees a preview pays for it. Nothing else
 * of the front end may import the package, so its types come from here, too.
 *
 * @internal
 */
export async function loadPreview() {
  return import('@postern/backstage-plugin-private-exposure-manifests/preview');
}

type PreviewModule = Awaited<ReturnType<typeof loadPreview>>;

/** What a preview is made of. @internal */
export type PreviewSources = Parameters<PreviewModule['previewExposure']>[0];

/** What would come of what was typed. @internal */
export type ExposurePreview = ReturnType<PreviewModule['previewExposure']>;

/** What can be shown. @internal */
export type ReadyPreview = Extract<ExposurePreview, { type: 'ready' }>;
