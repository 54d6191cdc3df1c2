import { PlacedValue } from './EndpointServiceTarget';

/** A profile of Azure Front Door in infrastructure code, by its address or symbol. @public */
export interface FrontDoorProfile extends PlacedValue {
  /** Its tier, where the file tells it. */
  sku: PlacedValue | undefined;
  /** Whether a security policy of the input puts a firewall in front of it, or of one nothing tells which it protects. */
  isProtected: boolean;
  /** Whether an origin of the same file is reached over Private Link, and may be this profile's. */
  hasPrivateOrigin: boolean;
}

/** How an origin's own connection asks to be let in. @public */
export interface FrontDoorPrivateLink {
  /** The text that it asks with; `undefined` where there is none. */
  message: PlacedValue | undefined;
  /** Whether the text is only known once it is deployed. */
  isComputed: boolean;
}

/** An origin of a Front Door. @public */
export interface FrontDoorOrigin extends PlacedValue {
  /** Whether it is to show a certificate for its name, where the file tells it. */
  checksCertificateName: PlacedValue | undefined;
  /** Its way over Private Link; `unknown` where one may be made on deployment. */
  privateLink: FrontDoorPrivateLink | 'none' | 'unknown';
}

/** A web application firewall policy for Front Doors. @public */
export interface FrontDoorFirewall extends PlacedValue {
  /** `Prevention` or `Detection`, where the file tells it. */
  mode: PlacedValue | undefined;
  /** Where it is switched off. */
  disabled: PlacedValue | undefined;
}

/** What one file of infrastructure code has of Azure Front Door. @public */
export interface FrontDoorTarget {
  type: 'front-door';
  path: string;
  profiles: FrontDoorProfile[];
  origins: FrontDoorOrigin[];
  firewalls: FrontDoorFirewall[];
  /** In what protocol routes go on to the origin, where the file tells it. */
  forwarding: PlacedValue[];
}
