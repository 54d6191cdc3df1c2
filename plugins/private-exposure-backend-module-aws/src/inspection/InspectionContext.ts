import type { StateReader } from '@postern/backstage-plugin-private-exposure-node';
import type { AwsScopeCallers } from '../clients/AwsClients';
import type { AwsScope } from '../scopes';

/** What the parts of one inspection share. @internal */
export interface InspectionContext {
  /** Where the exposure is. */
  scope: AwsScope;
  /** The scope's callers. */
  callers: AwsScopeCallers;
  /** Scope and callers of one of our other accounts, by account and region. */
  elsewhere(
    accountId: string,
    region: string,
  ): { scope: AwsScope; callers: AwsScopeCallers } | undefined;
  /** Reads the state words. */
  states: StateReader;
  /** Ends the inspection early. */
  signal: AbortSignal;
}

/** How many parts of one inspection are looked at at the same time. @internal */
export const LOOKS_AT_ONCE = 4;
