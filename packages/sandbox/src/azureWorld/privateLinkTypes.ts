import { ArmRecord, ProvisioningState } from './types';

/** One address from which a private link service's traffic comes. @public */
export interface LinkIpConfiguration {
  name: string;
  id: string;
  etag: string;
  allocation: 'Static' | 'Dynamic';
  /** What Azure shows only for static ones, but always holds. */
  privateIPAddress: string;
  subnetId: string;
  primary: boolean;
}

/** A private link service. @public */
export interface PrivateLinkService extends ArmRecord {
  /** The name for consumers who cannot see the id. */
  alias: string;
  /** Ids of load balancer frontends. */
  frontendIds: string[];
  ipConfigurations: LinkIpConfiguration[];
  /** Subscriptions that may see it, or `*`; empty leaves it to roles. */
  visibility: string[];
  /** Subscriptions whose connections need no approval, or `*`. */
  autoApproval: string[];
  fqdns: string[];
  enableProxyProtocol: boolean;
  networkInterfaceIds: string[];
}

/** A resource other than a private link service that takes private endpoints. @public */
export interface LinkTarget extends ArmRecord {
  /** What consumers can connect to, such as `sites` or `blob`. */
  groupIds: string[];
}

/** The published states of a connection. @public */
export type ConnectionStatus =
  | 'Pending'
  | 'Approved'
  | 'Rejected'
  | 'Disconnected';

/** One consumer's private endpoint, as its target sees it. @public */
export interface PrivateEndpointConnection {
  id: string;
  name: string;
  etag: string;
  /** The private link service or other resource. */
  targetId: string;
  privateEndpointId: string;
  privateEndpointLocation: string;
  /** What the proxy protocol tells of the consumer. */
  linkIdentifier: string;
  /** Text that no enumeration holds, for what tests inject. */
  status: ConnectionStatus | (string & {});
  description: string;
  actionsRequired: string;
  provisioningState: ProvisioningState;
  sequence: number;
  createdAt: number;
  visibleAt: number;
}

/** A consumer's way to a service. @public */
export interface PrivateEndpoint extends ArmRecord {
  subnetId: string;
  privateIPAddress: string;
  networkInterfaceId: string;
  customNetworkInterfaceName: string;
  /** Name of the connection in the endpoint. */
  connectionName: string;
  /** Whether the consumer asks without a right to approve. */
  isManual: boolean;
  /** As the consumer gave it: an id or an alias. */
  requestedTarget: string;
  groupIds: string[];
  requestMessage: string;
  connection: PrivateEndpointConnection;
}
