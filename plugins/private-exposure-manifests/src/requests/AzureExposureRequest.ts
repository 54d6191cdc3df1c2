import { AzurePrivateLinkExposureInput } from '../intents/azureExposure';

type Service = AzurePrivateLinkExposureInput['service'];
type LoadBalancer = NonNullable<AzurePrivateLinkExposureInput['loadBalancer']>;
type PrivateLinkService = AzurePrivateLinkExposureInput['privateLinkService'];

/**
 * What a person asks for when a service is to get a private way in over Azure Private Link. What is left out, or empty,
 * is made from the entity's name; subscription, location and network are the cluster's.
 *
 * @public
 */
export interface AzureExposureRequest {
  /** Folder of the repository that paths are relative to; its root unless given. */
  folder?: string;
  /** Why it is needed, for the reviewer. */
  reason?: string;
  /** The Kubernetes side; `service` is a Service for the cluster's own controller. */
  manifest?: {
    form?: 'service' | AzurePrivateLinkExposureInput['manifest']['form'];
    path?: string;
    gatewayClassName?: string;
  };
  /** The Service, or Gateway, that gets the load balancer. */
  service?: Partial<Service>;
  /** The internal load balancer. */
  loadBalancer?: LoadBalancer;
  /** The private link service and who may ask to connect. */
  privateLinkService?: Partial<PrivateLinkService>;
}
