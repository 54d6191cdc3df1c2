import { ArmRecord, PrivateEndpoint } from './types';

/** What a JSON object of Azure holds. @public */
export type ArmProperties = Record<string, unknown>;

/** A Front Door. @public */
export interface FrontDoorProfile extends ArmRecord {
  /** Only `Premium_AzureFrontDoor` reaches private origins. */
  sku: 'Premium_AzureFrontDoor' | 'Standard_AzureFrontDoor';
  /** What Front Door tells origins of itself, in a header. */
  frontDoorId: string;
}

/** The kinds of parts of a Front Door, as its published paths call them. @public */
export type FrontDoorPartKind =
  | 'afdEndpoints'
  | 'originGroups'
  | 'origins'
  | 'routes'
  | 'securityPolicies'
  | 'customDomains';

/** A part of a Front Door. @public */
export interface FrontDoorPart {
  id: string;
  name: string;
  kind: FrontDoorPartKind;
  profileId: string;
  /** Of the profile, or of what the part lies in. */
  parentId: string;
  properties: ArmProperties;
  sequence: number;
  visibleAt: number;
  /** Of an origin that is reached privately. */
  privateLink?: OriginPrivateLink;
}

/** How an origin is reached privately. @public */
export interface OriginPrivateLink {
  targetId: string;
  location: string;
  /** Empty for a private link service. */
  groupId: string;
  requestMessage: string;
  /** Missing until Front Door has made it; several origins may share one. */
  endpoint?: PrivateEndpoint;
}

/** A web application firewall policy of Front Door. @public */
export interface FirewallPolicy extends ArmRecord {
  sku: FrontDoorProfile['sku'] | 'Classic_AzureFrontDoor';
  policySettings: ArmProperties;
  customRules: ArmProperties[];
  managedRuleSets: ArmProperties[];
}
