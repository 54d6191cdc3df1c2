import { Tags } from '../world/types';

export * from './frontDoorTypes';
export * from './networkTypes';
export * from './privateLinkTypes';

/** How far Azure is with what was last asked of a resource. @public */
export type ProvisioningState =
  | 'Succeeded'
  | 'Updating'
  | 'Deleting'
  | 'Failed';

/** What every resource has. @public */
export interface ArmRecord {
  /** In the case in which it was made; compare with {@link armKey}. */
  id: string;
  name: string;
  /** Such as `Microsoft.Network/privateLinkServices`. */
  type: string;
  subscriptionId: string;
  resourceGroup: string;
  location: string;
  tags: Tags;
  provisioningState: ProvisioningState;
  resourceGuid: string;
  /** Changes with each write. */
  etag: string;
  /** Grows with each resource; listings and their tokens follow it. */
  sequence: number;
  createdAt: number;
  /** Before this moment listings do not know the resource. */
  visibleAt: number;
}

/** A directory of Microsoft Entra. @public */
export interface Tenant {
  tenantId: string;
  name: string;
}

/** A subscription. @public */
export interface Subscription {
  subscriptionId: string;
  tenantId: string;
  name: string;
  /** True for Microsoft's own, in which Front Door's private endpoints are. */
  isMicrosoftOwned: boolean;
}

/** What a service principal may do, and where. @public */
export interface RoleAssignment {
  /** An id; the role holds at it and below. */
  scope: string;
  /** Such as `Microsoft.Network/privateLinkServices/read`; `*` matches any text. */
  actions: string[];
  notActions: string[];
}

/** Whose tokens an application is trusted with, such as those of a cluster's service account. @public */
export interface FederatedCredential {
  /** The `iss` of the tokens. */
  issuer: string;
  /** Their `sub`, such as `system:serviceaccount:backstage:postern`. */
  subject: string;
  /** The issuer's key as PEM, which Microsoft Entra would ask the issuer for. */
  publicKey: string;
}

/** An application that can sign in with a secret, a certificate, or the token of an issuer that it trusts. @public */
export interface ServicePrincipal {
  tenantId: string;
  clientId: string;
  clientSecret?: string;
  /** Certificates as PEM. */
  certificates?: readonly string[];
  federatedCredentials?: readonly FederatedCredential[];
  objectId: string;
  name: string;
  assignments: RoleAssignment[];
}

/** A resource group. @public */
export interface ResourceGroup {
  subscriptionId: string;
  name: string;
  location: string;
}

/** How long things take in Azure, in milliseconds. @public */
export interface AzureTimings {
  /** Until a long-running operation ends. */
  armOperation: number;
  /**
   * For how long an approved or rejected connection keeps other writes to its
   * private link service out.
   */
  connectionUpdate: number;
  /** Until a load balancer has told how its backends are. */
  loadBalancerHealth: number;
  /** Until a Front Door has asked for its private endpoint. */
  frontDoorPrivateLink: number;
  /** Until listings know a new resource. */
  armVisibility: number;
}
