import { AzureClusterProfile } from '../intents/azureClusterProfile';
import { AzurePrivateLinkExposureInput } from '../intents/azureExposure';
import { AzureExposureRequest } from './AzureExposureRequest';
import { inFolder } from './inFolder';
import { toResourceName } from './toResourceName';

/** What an intent is made of: what was asked for, and what is known for sure. @public */
export interface AzureExposureSources {
  /** Reference of the entity that was found in the catalog. */
  entityRef: string;
  /** Name of that entity. */
  entityName: string;
  /** Profile of the cluster that was chosen. */
  profile: AzureClusterProfile;
  /** What was asked for. */
  request: AzureExposureRequest;
}

/**
 * Makes the intent of an exposure over Azure Private Link. Subscription, location and the controller's resource group
 * come from the cluster's profile and the owner from the catalog, never from the request. Nothing is checked here: the
 * builder does that.
 *
 * @public
 */
export function toAzureExposureInput({
  entityRef,
  entityName,
  profile,
  request,
}: AzureExposureSources): AzurePrivateLinkExposureInput {
  const { manifest = {}, service = {}, loadBalancer = {} } = request;
  const { privateLinkService: pls = {} } = request;
  const name = service.name || entityName;
  const { form = 'service', gatewayClassName } = manifest;
  return {
    entityRef,
    reason: request.reason || undefined,
    cluster: profile.name,
    subscription: profile.subscription,
    resourceGroup: profile.resourceGroup,
    location: profile.location,
    manifest: {
      form: form === 'service' ? 'cloud-provider-azure' : form,
      path: inFolder(request.folder, manifest.path || `k8s/${name}.yaml`),
      gatewayClassName,
    },
    service: { ...service, name, namespace: service.namespace || name },
    // A form's empty text field means that nothing was asked for.
    loadBalancer: {
      ...loadBalancer,
      subnet: loadBalancer.subnet || undefined,
      address: loadBalancer.address || undefined,
    },
    privateLinkService: {
      ...pls,
      name: pls.name || toResourceName(name),
      resourceGroup: pls.resourceGroup || undefined,
      subnet: pls.subnet || undefined,
    },
  };
}
