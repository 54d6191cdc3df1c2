import type {
  ClaimConflict,
  Connection,
  DomainVerification,
  ExposureEvent,
  ExposureSummary,
  Fact,
  Finding,
  Grant,
  Hop,
  Provenance,
  Scope,
  Source,
} from '@postern/backstage-plugin-private-exposure-common';
import type {
  ConnectionRef,
  ExposureRef,
  SurveyedExposure,
} from '@postern/backstage-plugin-private-exposure-node';

import type { StoredChange } from '../changes/ChangeStore';
import type { StoredDecision } from '../decisions/DecisionStore';

/**
 * An exposure as the store knows it: what may be sent, and what only the server needs.
 *
 * @internal
 */
export interface ExposureRecord {
  /** May be sent as it is. */
  summary: ExposureSummary;
  /** Id of the provider. */
  provider: string;
  /** Names it in the cloud. */
  ref: ExposureRef;
  /** Who owns the entity it belongs to, by the catalog; empty where it belongs to none. */
  ownedBy: string[];
  /** Who made it, when, and what looks after it. */
  provenance: Provenance;
  /** What a consumer needs to name it. */
  address?: string;
  /** The tags that its owner and its controllers left, as JSON: few readers need them. */
  evidence: string;
  /** Why `change-open` is among what waits: in a listing those that the caller may read, else all. */
  openChanges: OpenChange[];
}

/**
 * An open pull request as permission rules see it.
 *
 * @internal
 */
export interface OpenChange {
  /** What it is to become, where it says so. */
  kind?: string;
  /** What came out of it so far. */
  exposureId?: string;
}

/**
 * A connection as the store knows it.
 *
 * @internal
 */
export interface ConnectionRecord {
  /** May be sent once the caller's verdicts and the latest decision are added. */
  connection: Omit<Connection, 'verdicts' | 'decision' | 'change'>;
  /** The id that its consumer asked with. Not for anybody to see. */
  requestId?: string;
  /** Id of the provider. */
  provider: string;
  /** Names it in the cloud. */
  ref: ConnectionRef;
}

/**
 * An exposure with everything that an entity page shows of it.
 *
 * @internal
 */
export interface ExposureDetailRecord extends ExposureRecord {
  /** The last survey's word, as the provider gave it: what `describeConnecting` needs. */
  surveyed: SurveyedExposure;
  /** The cloud's own word for its state. */
  nativeState: string;
  /** More about it. */
  facts: Fact[];
  /** The private domain name. */
  domain?: DomainVerification;
  /** The path, consumer side first. */
  hops: Hop[];
  /** At most 200, those that wait first. */
  connections: ConnectionRecord[];
  /** How many there are, gone ones aside. */
  connectionsTotal: number;
  /** Who may ask to connect. */
  grants: Grant[];
  /** What the rules noticed, the gravest first. */
  findings: Finding[];
  /** How old hops, grants and findings are; missing before the first inspection. */
  inspection?: Source;
}

/**
 * Everything the store knows of one entity.
 *
 * @internal
 */
export interface EntityExposuresRecord {
  /** Its exposures, by name. */
  exposures: ExposureDetailRecord[];
  /** What it claims and somebody else has. */
  conflicts: ClaimConflict[];
  /** What it names by annotation and no survey has seen, or is gone. */
  unresolved: { nativeId: string; source: Source }[];
  /** Scopes of its exposures, and every scope that failed. */
  sources: Scope[];
  /** Its latest pull requests, at most 50, newest first. */
  changes: StoredChange[];
  /** The latest decision on each connection of its exposures, where there is one. */
  latestDecisions: StoredDecision[];
}

/**
 * What a listing shows of one entity.
 *
 * @internal
 */
export interface EntitySummaryRecord {
  /** The entity. */
  entityRef: string;
  /** Its exposures, by name. */
  exposures: ExposureRecord[];
  /** Its open pull requests. */
  openChanges: number;
  /** How many resources it claims that somebody else has. */
  conflicts: number;
  /** Who owns it, where it is a claimant. */
  ownedBy: string[];
}

/**
 * A connection in the inbox.
 *
 * @internal
 */
export interface InboxRecord {
  /** The connection. */
  connection: ConnectionRecord;
  /** What it asks for. */
  exposure: ExposureRecord;
}

/**
 * One page of a listing.
 *
 * @internal
 */
export interface Page<T> {
  /** In order. */
  items: T[];
  /** Opaque; missing on the last page. */
  nextCursor?: string;
}

/**
 * One page of the timeline.
 *
 * @internal
 */
export type EventRecordPage = Page<ExposureEvent>;
