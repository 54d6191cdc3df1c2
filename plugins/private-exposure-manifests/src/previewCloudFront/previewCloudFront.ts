import {
  newClusterService,
  newOriginIngress,
} from '../builders/cloudFrontObjects';
import { newPublishedRoute } from '../builders/publishedRoute';
import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import { ClusterProfile } from '../intents/clusterProfile';
import { SharedEntrance } from '../intents/sharedRoute';
import { orRefused } from '../preview/orRefused';
import {
  ExposurePreview,
  PreviewSources,
  ReadyPreview,
} from '../preview/types';
import { writeManifest } from '../preview/writeManifest';
import { previewIngress } from '../previewIngress/previewIngress';
import { CloudFrontRequest } from '../requests/CloudFrontRequest';
import { readPublication } from './readPublication';

interface Publication {
  intent: AwsCloudFrontIntent;
  profile: ClusterProfile;
  /** Whether the Service is in the manifest already. */
  exists: boolean;
}

/** The route stands in a file of its own, unless that is the Service's. */
function previewRoute(
  entrance: SharedEntrance,
  { intent, profile, exists }: Publication,
): ReadyPreview {
  const { path } = intent.manifest;
  const services = exists ? [] : [newClusterService(intent)];
  const route = newPublishedRoute(intent, entrance);
  const options = { ofExisting: 'extended', profile } as const;
  if (exists || entrance.path === path) {
    const manifest = writeManifest(entrance.path, [...services, route]);
    return previewIngress(manifest, options);
  }
  return previewIngress(writeManifest(path, services), {
    ...options,
    route: writeManifest(entrance.path, [route]),
  });
}

/**
 * Says what would come of what was typed so far for a publication through CloudFront by an Ingress of its own, or by a
 * route at the cluster's public entrance: that, the Service where it is new, what an Ingress becomes, and the linter's
 * findings in them. Another entry previews a Network Load Balancer.
 *
 * @remarks The files are those of a repository that has no such Ingress or route. Where they are, the template sees them
 * once it has read them. The infrastructure code is not written here.
 *
 * @throws an error that is no refusal only where the product is at fault
 * @public
 */
export function previewCloudFront(
  sources: PreviewSources<CloudFrontRequest>,
): ExposurePreview {
  const { exists } = sources;
  return orRefused(() => {
    const { intent, profile } = readPublication(sources);
    const { origin, manifest } = intent;
    if (origin.type === 'public-entrance') {
      return previewRoute(origin.route, { intent, profile, exists });
    }
    if (origin.loadBalancer !== 'application') {
      throw new Error(
        `A load balancer '${origin.loadBalancer}' has no Ingress to preview`,
      );
    }
    const ingress = newOriginIngress(intent, origin);
    const objects = exists ? [ingress] : [newClusterService(intent), ingress];
    return previewIngress(writeManifest(manifest.path, objects), {
      ...{ ofExisting: 'refused', profile },
    });
  });
}
