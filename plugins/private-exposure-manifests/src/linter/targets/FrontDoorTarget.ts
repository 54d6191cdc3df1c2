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
  /** Where Front Door's private endpoint is to be, where the file tells it. */
  location: PlacedValue | undefined;
}

/** An origin of a Front Door. @public */
export interface FrontDoorOrigin extends PlacedValue {
  /** The name or address that is connected to, where the file tells it. */
  hostName: PlacedValue | undefined;
  /** The `Host` that is sent, where the file tells it. */
  hostHeader: PlacedValue | undefined;
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

/** An endpoint or custom domain that a route serves, by its address or symbol, at the place of the route. @public */
export interface FrontDoorOpenDomain extends PlacedValue {
  /** The paths that no firewall looks at, such as `/*`. */
  paths: string[];
}

/** What one file of infrastructure code has of Azure Front Door. @public */
export interface FrontDoorTarget {
  type: 'front-door';
  path: string;
  profiles: FrontDoorProfile[];
  origins: FrontDoorOrigin[];
  /** Served domains that the firewall in front of their profile leaves out. */
  openDomains: FrontDoorOpenDomain[];
  firewalls: FrontDoorFirewall[];
  /** In what protocol routes go on to the origin, where the file tells it. */
  forwarding: PlacedValue[];
}
