import type { CompleteForm } from './readExposureForm';

// Each in a chunk of its own: only who sees a preview pays for it, and for no other. Nothing else of the front end may
// import the package, so its types come from here, too.
const loadServices = () =>
  import('@postern/backstage-plugin-private-exposure-manifests/preview');
const loadIngresses = () =>
  import(
    '@postern/backstage-plugin-private-exposure-manifests/preview-ingress'
  );
const loadPublications = () =>
  import(
    '@postern/backstage-plugin-private-exposure-manifests/preview-cloudfront'
  );
const loadPublishedServices = () =>
  import(
    '@postern/backstage-plugin-private-exposure-manifests/preview-cloudfront-service'
  );

type Services = Awaited<ReturnType<typeof loadServices>>;
type Ingresses = Awaited<ReturnType<typeof loadIngresses>>;
type Publications = Awaited<ReturnType<typeof loadPublications>>;

type SourcesOf<Preview extends (sources: never) => unknown> =
  Parameters<Preview>[0];

/** What a preview of each kind is made of. @internal */
export interface PreviewSources {
  'aws-cloudfront': SourcesOf<Publications['previewCloudFront']>;
  'aws-endpoint-service': SourcesOf<Services['previewExposure']>;
  'aws-load-balancer': SourcesOf<Ingresses['previewLoadBalancer']>;
  'azure-private-link-service': SourcesOf<Services['previewAzureExposure']>;
}

/** What would come of what was typed. @internal */
export type ExposurePreview = ReturnType<Services['previewExposure']>;

/** What can be shown. @internal */
export type ReadyPreview = Extract<ExposurePreview, { type: 'ready' }>;

/** What is known besides the form. @internal */
export type KnownSources = Pick<
  PreviewSources['aws-endpoint-service'],
  'cluster' | 'ownerTag' | 'present'
>;

/** Loads what builds and lints in the browser for a form. @internal */
export async function loadPreview(
  form: CompleteForm,
): Promise<(known: KnownSources) => ExposurePreview> {
  switch (form.kind) {
    case 'aws-cloudfront': {
      const preview = await loadPublication(form.sources.request);
      return known => preview({ ...form.sources, ...known });
    }
    case 'aws-load-balancer': {
      const { previewLoadBalancer } = await loadIngresses();
      return known => previewLoadBalancer({ ...form.sources, ...known });
    }
    case 'azure-private-link-service': {
      const { previewAzureExposure } = await loadServices();
      return known => previewAzureExposure({ ...form.sources, ...known });
    }
    default: {
      const { previewExposure } = await loadServices();
      return known => previewExposure({ ...form.sources, ...known });
    }
  }
}

/** A Network Load Balancer is the Service's own; the other ways are of an Ingress, or of a route. */
async function loadPublication({
  origin,
}: PreviewSources['aws-cloudfront']['request']) {
  if (origin?.loadBalancer === 'network')
    return (await loadPublishedServices()).previewCloudFrontService;
  return (await loadPublications()).previewCloudFront;
}
