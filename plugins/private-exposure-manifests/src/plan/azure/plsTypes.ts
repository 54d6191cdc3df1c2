/** One address of a private link service, from which its traffic reaches the load balancer. @public */
export interface PlsIpConfiguration {
  name?: string;
  allocation: 'Static' | 'Dynamic';
  primary: boolean;
  /** `undefined` where it is not known. */
  subnetId?: string;
  version: 'IPv4';
  /** For static ones. */
  ip?: string;
}

/** A private link service that exists already, as far as the controller looks at it. Missing properties are unset. @public */
export interface ExistingPls {
  name?: string;
  tags?: { [key: string]: string };
  /** Id of the load balancer's frontend that it stands at. */
  frontendIPConfigID?: string;
  ipConfigurations?: readonly PlsIpConfiguration[];
  enableProxyProtocol?: boolean | null;
  fqdns?: readonly string[] | null;
  visibility?: readonly string[] | null;
  autoApproval?: readonly string[] | null;
  provisioningState?: string;
}

/** A subnet of the cluster's network. @public */
export interface AzureSubnet {
  name: string;
  /** `undefined` where it is not known. */
  id?: string;
  privateLinkServiceNetworkPolicies?: string;
}

/** The load balancer's frontend that a private link service stands at. @public */
export interface AzureFrontend {
  name: string;
  id: string;
  ipVersion?: 'IPv4' | 'IPv6';
}

/** What is known of the cluster and its cloud when a private link service is planned. @public */
export interface PlsContext {
  /** Name of the cluster, as the controller writes it on what it makes. */
  clusterName?: string;
  /** Name of the cluster's subnet, which holds where the Service names none. */
  defaultSubnet?: string;
  /** The subnets of the cluster's network; `undefined` where they are not known, and then none is called missing. */
  subnets?: readonly AzureSubnet[];
  /** Resource group for private link services where the Service names none. */
  resourceGroup?: string;
  /** `undefined` for a Service that has no load balancer yet. */
  frontend?: AzureFrontend;
  /** The private link services in the resource group. */
  existing?: readonly ExistingPls[];
  /** Whether the Service is being deleted, or no longer wants a load balancer. Default `false`. */
  isDeleting?: boolean;
}
