import type { StateReader } from '@postern/backstage-plugin-private-exposure-node';
import type { AzureScopeClients } from '../clients/AzureClients';
import type { AzureScope } from '../scopes';

/** What the parts of one inspection share. @internal */
export interface InspectionContext {
  /** Where the exposure is. */
  scope: AzureScope;
  /** The scope's clients. */
  clients: AzureScopeClients;
  /** The clients of one of our subscriptions. */
  elsewhere(subscriptionId: string): AzureScopeClients | undefined;
  /** Whether a resource is named in the configuration, so that it is an exposure of its own. */
  isNamed(resourceId: string): boolean;
  /** Reads the state words. */
  states: StateReader;
  /** Ends the inspection early. */
  signal: AbortSignal;
}

/** How many parts of one inspection are looked at at the same time. @internal */
export const LOOKS_AT_ONCE = 4;
