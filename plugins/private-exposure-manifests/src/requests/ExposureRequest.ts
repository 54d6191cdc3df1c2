import { AwsPrivateLinkExposureInput } from '../intents/exposure';

type LoadBalancer = NonNullable<AwsPrivateLinkExposureInput['loadBalancer']>;
type Service = AwsPrivateLinkExposureInput['service'];

/**
 * What a person asks for when a service is to get a private way in over AWS PrivateLink. What is left out, or empty, is
 * made from the entity's name; account, region, subnets and security groups are the cluster's.
 *
 * @public
 */
export interface ExposureRequest {
  /** Folder of the repository that paths are relative to; its root unless given. */
  folder?: string;
  /** Why it is needed, for the reviewer. */
  reason?: string;
  /** The Kubernetes side; `service` is a Service for the cluster's own controller. */
  manifest?: {
    form?: 'service' | AwsPrivateLinkExposureInput['manifest']['form'];
    path?: string;
    gatewayClassName?: string;
  };
  /** The Service, or Gateway, that gets the load balancer. */
  service?: Partial<Service>;
  /** The load balancer, apart from what the cluster decides. */
  loadBalancer?: Omit<LoadBalancer, 'subnets' | 'securityGroups' | 'internal'>;
  /** The endpoint service and who may ask to connect. */
  endpointService?: {
    name?: string;
    acceptanceRequired?: boolean;
    principals?: string[];
    privateDnsName?: string;
    supportedRegions?: string[];
    notificationTopicArn?: string;
  };
  /** Language and place of the infrastructure code. */
  infrastructure?: {
    format?: AwsPrivateLinkExposureInput['infrastructure']['format'];
    path?: string;
  };
}
