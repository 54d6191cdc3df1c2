import type { StateReader } from '@postern/backstage-plugin-private-exposure-node';
import type { ScopeCallers } from '../clients/ScopeCallers';
import type { Looker } from '../clients/ScopeMemory';
import type { AwsScope } from '../scopes';

/** A scope, and who calls in it. @internal */
export interface CallableScope {
  /** Where. */
  scope: AwsScope;
  /** The scope's callers. */
  callers: ScopeCallers;
}

/** The accounts that are ours. @internal */
export interface OurAccounts {
  /** Scope and callers of any of our accounts, by account and region, or `global`. */
  elsewhere(accountId: string, place: string): CallableScope | undefined;
  /** Scopes and callers of all our accounts in a region, or `global`. */
  everywhere(place: string): CallableScope[];
}

/** What the parts of one inspection share. Its scope is that of the exposure. @internal */
export interface InspectionContext extends CallableScope, Looker, OurAccounts {
  /** Reads the state words. */
  states: StateReader;
}

/** How many parts of one inspection are looked at at the same time. @internal */
export const LOOKS_AT_ONCE = 4;
