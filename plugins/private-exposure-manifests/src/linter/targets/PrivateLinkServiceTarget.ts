import { PlacedValue } from './EndpointServiceTarget';

/** A private link service of Azure in a file of infrastructure code. @public */
export interface PrivateLinkServiceTarget extends PlacedValue {
  type: 'private-link-service';
  path: string;
  /** Subscriptions that may see it. */
  visibility: PlacedValue[];
  /** Whether the file tells all subscriptions that may see it. */
  visibilityIsWhole: boolean;
  /** Subscriptions that are connected without asking. */
  autoApproval: PlacedValue[];
  /** Its addresses towards the load balancer, each at its block. */
  addresses: PlacedValue[];
  /** Subnets of the same file that it takes addresses from, and whose policies for private link services are on. */
  subnetsWithPolicies: PlacedValue[];
}
