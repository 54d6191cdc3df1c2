import { ArmRecord } from './types';

/** Whether network policies hold in a subnet. @public */
export type NetworkPolicies = 'Enabled' | 'Disabled';

/** A subnet. @public */
export interface AzureSubnet {
  name: string;
  id: string;
  etag: string;
  addressPrefix: string;
  privateEndpointNetworkPolicies: NetworkPolicies;
  /** Must be `Disabled` for a private link service to take addresses here. */
  privateLinkServiceNetworkPolicies: NetworkPolicies;
  /** Who uses which address: the id of a frontend's or an interface's configuration. */
  usedAddresses: Map<string, string>;
  /** Where the search for a free address goes on. */
  nextOffset: number;
}

/** A virtual network. @public */
export interface VirtualNetwork extends ArmRecord {
  addressPrefixes: string[];
  /** By name in small letters. */
  subnets: Map<string, AzureSubnet>;
}

/** One address of a network interface. @public */
export interface NicIpConfiguration {
  name: string;
  privateIPAddress: string;
  allocation: 'Static' | 'Dynamic';
  subnetId: string;
  primary: boolean;
}

/** A network interface that Azure made for a service or an endpoint. @public */
export interface AzureNetworkInterface extends ArmRecord {
  ipConfigurations: NicIpConfiguration[];
  /** The private link service that it belongs to. */
  privateLinkServiceId?: string;
  /** The private endpoint that it belongs to. */
  privateEndpointId?: string;
}

/** An address at which a load balancer answers. @public */
export interface LoadBalancerFrontend {
  name: string;
  id: string;
  etag: string;
  allocation: 'Static' | 'Dynamic';
  /** Of an internal load balancer, as its address. */
  subnetId?: string;
  privateIPAddress?: string;
  /** Of a public load balancer. */
  publicIPAddressId?: string;
}

/** The machines behind a load balancer. @public */
export interface BackendPool {
  name: string;
  /** Ids of interface configurations. */
  members: string[];
  /** Addresses, in a pool that is made of them; a private link service cannot stand before one. */
  addresses?: string[];
}

/** How a load balancer finds out whether a machine serves. @public */
export interface HealthProbe {
  name: string;
  protocol: 'Tcp' | 'Http' | 'Https';
  port: number;
  requestPath?: string;
  intervalInSeconds: number;
  numberOfProbes: number;
}

/** What a load balancer does with a port. @public */
export interface LoadBalancingRule {
  name: string;
  /** Names of the same load balancer's parts. */
  frontendName: string;
  backendPoolName?: string;
  probeName?: string;
  protocol: 'Tcp' | 'Udp' | 'All';
  frontendPort: number;
  backendPort: number;
  idleTimeoutInMinutes: number;
  enableFloatingIP: boolean;
  enableTcpReset: boolean;
  disableOutboundSnat: boolean;
}

/** A load balancer of Azure. @public */
export interface AzureLoadBalancer extends ArmRecord {
  /** A private link service needs `Standard`. */
  sku: 'Standard' | 'Basic' | 'Gateway';
  frontends: LoadBalancerFrontend[];
  backendPools: BackendPool[];
  probes: HealthProbe[];
  rules: LoadBalancingRule[];
}
