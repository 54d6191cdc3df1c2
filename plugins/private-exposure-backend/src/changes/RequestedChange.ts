import type {
  ConnectionState,
  ExposureKind,
} from '@postern/backstage-plugin-private-exposure-common';
import type { ReadFilter } from '../database/ExposureStore';
import type { ConnectionRecord } from '../database/records';
import type { StoredChange } from './ChangeStore';

/** A connection that is up or wants to be, and carries a request id. @internal */
export interface RequestingConnection {
  id: string;
  exposureId: string;
  requestId: string;
  state: ConnectionState;
  region?: string;
}

/** An exposure that says that it asks for a connection itself. @internal */
export interface RequestingExposure {
  id: string;
  kind: ExposureKind;
  name: string;
  entityRef?: string;
  requestId: string;
  /** Native id of what it asks at, in lower case. */
  targetKey: string;
  /** Where its endpoint is, where it says so. */
  region?: string;
}

/** All that is known of some request ids. @internal */
export interface KnownRequests {
  /** Changes with these ids that were not closed without a merge, the newest first. */
  changes: StoredChange[];
  /** Connections with these ids that are up or want to be. */
  connections: RequestingConnection[];
  /** Exposures that say to ask with these ids. */
  exposures: RequestingExposure[];
  /** Accounts that are surveyed. */
  ownAccounts: ReadonlySet<string>;
}

/** What is known of request ids. @internal */
export interface RequestStore {
  /** All that is known of some ids and accounts; of changes, only what the filter lets through. */
  findRequests(
    query: {
      requestIds: readonly string[];
      accounts: readonly string[];
    } & ReadFilter,
  ): Promise<KnownRequests>;
}

/** A connection whose change is looked for. @internal */
export type AskingConnection = Pick<ConnectionRecord, 'requestId' | 'ref'> & {
  connection: Pick<
    ConnectionRecord['connection'],
    'id' | 'exposureId' | 'state' | 'consumer'
  >;
};
