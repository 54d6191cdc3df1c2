/** A value with its place. @public */
export interface PlacedValue {
  value: string;
  line: number;
  column: number;
}

/** The endpoint services of one file of infrastructure code, and who may connect to them. @public */
export interface EndpointServiceTarget {
  type: 'endpoint-service';
  path: string;
  /** Addresses or logical ids of all services. */
  services: PlacedValue[];
  /** Addresses that its resources had before they were moved. */
  movedFrom: PlacedValue[];
  /** Addresses or logical ids of services that take connections without asking. */
  withoutAcceptance: PlacedValue[];
  /** Private DNS names that consumers get. */
  privateDnsNames: PlacedValue[];
  /** Domains that names may lie in, by the config; none where it names none. */
  domains: readonly string[];
  /** Who may ask to connect. */
  principals: PlacedValue[];
  /** Regions besides which are named. */
  supportedRegions: string[];
  /** Resources that accept connections; destroying one rejects what it accepted. */
  accepters: PlacedValue[];
}
