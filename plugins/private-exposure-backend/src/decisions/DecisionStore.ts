import type {
  Consumer,
  Decision,
  DecisionStatus,
  Reading,
  Verdict,
} from '@postern/backstage-plugin-private-exposure-common';
import type { HumanDuration } from '@backstage/types';
import type { ReadFilter } from '../database/ExposureStore';
import type { Page } from '../database/records';
import type { SeenConnection } from './seenConnection';

/** A verdict that is about to be stored. @internal */
export interface NewDecision {
  /** The connection it is about. */
  connectionId: string;
  /** Its exposure. */
  exposureId: string;
  /** The exposure's entity, if one claims it. */
  entityRef?: string;
  /** What is to happen. */
  verdict: Verdict;
  /** Why. */
  reason: string;
  /** A user entity reference, or `policy:<name>`. */
  decidedBy: string;
  /** The same key by the same decider on the same connection is the same decision. */
  idempotencyKey: string;
  /** What stood on the page. */
  seen: SeenConnection;
  /** Whether it waits for a second person before anything is done. */
  awaitsSecond: boolean;
  /** Why it is not known whether the decider has a part in the change; shown while it waits. */
  doubt?: string;
  /** Names what the cloud takes one change of at a time, so that its decisions are carried out one after the other. */
  lane?: string;
}

/** A decision with what only the server knows of it. @internal */
export interface StoredDecision extends Decision {
  /** What stood on the page. */
  seen: SeenConnection;
  /** Whether it waits for a second person. */
  awaitsSecond: boolean;
  /** How often a call to the cloud was begun. */
  attempt: number;
  /** Decisions of one lane are carried out one after the other; left out, it waits for no other. */
  lane?: string;
  /** Always there on a stored decision. */
  consumer: Consumer;
}

/** A decision that one worker may carry out until its lease ends. @internal */
export interface ClaimedDecision extends StoredDecision {
  /** Names the lease. A write with the ticket of a lease that another worker has taken over since changes nothing. */
  ticket: string;
}

/** What became of storing a verdict. @internal */
export type StoreOutcome =
  | { type: 'stored'; decision: StoredDecision }
  /** The key was used before: this is what it led to. */
  | { type: 'known'; decision: StoredDecision }
  /** Another decision on the connection has not ended. */
  | { type: 'conflict'; decision: StoredDecision };

/** How a decision ends. @internal */
export interface DecisionEnd {
  /** The last status. */
  status: Exclude<DecisionStatus, 'requested' | 'applying'>;
  /** What became of it, for a person. */
  message: string;
  /** The reading ahead of the call, if it is not stored yet. */
  before?: Reading;
  /** The reading behind the call. */
  after?: Reading;
}

/** Which decisions a listing is about. @internal */
export interface DecisionQuery extends ReadFilter {
  /** At most so many. */
  limit: number;
  /** Where the page before ended. */
  cursor?: string;
  /** Only of this status. */
  status?: DecisionStatus;
  /** Only on this connection. */
  connectionId?: string;
  /** Only on this exposure's connections. */
  exposureId?: string;
}

/**
 * Keeps decisions, and hands them out to workers one at a time.
 *
 * @remarks
 * The life of a row: `insert` stores it with a lease that has already run out, which means: free to be taken. A worker
 * takes it with `claim`, which writes a new ticket and a new lease, and every later write names that ticket. A worker
 * that dies loses the lease by time; `claimOverdue` hands the row to another one, whose new ticket shuts the first one
 * out should it wake up. A row that waits for a second person has no lease at all, so that no worker sees it.
 *
 * Where the cloud takes one change at a time, decisions share a lane, and a worker gets one only while no other of the
 * lane is under way, whichever replica has it. Whoever ends one asks for the next with `claimNext`: nobody has to keep
 * looking.
 *
 * All leases are measured with one clock, the database's.
 *
 * @internal
 */
export interface DecisionStore {
  /**
   * Stores a verdict, unless its key is known or the connection has an un-ended decision. A decision that waits for a
   * second person gives way to a verdict that turns the consumer away.
   */
  insert(decision: NewDecision): Promise<StoreOutcome>;
  /** Adds a second person to a waiting decision; undefined if it waits no more. */
  agree(options: {
    id: string;
    approver: string;
    sufficient: boolean;
    doubt?: string;
  }): Promise<StoredDecision | undefined>;
  /** Takes one decision; undefined if somebody else has it, it has ended, or another of its lane comes first. */
  claim(options: {
    id: string;
    lease: HumanDuration;
  }): Promise<ClaimedDecision | undefined>;
  /** Takes the decision of a lane that has waited longest; undefined if none waits, or one is under way. */
  claimNext(options: {
    lane: string;
    lease: HumanDuration;
  }): Promise<ClaimedDecision | undefined>;
  /** Takes decisions that nobody holds: those of dead workers, and those that a full worker left. */
  claimOverdue(options: {
    limit: number;
    lease: HumanDuration;
  }): Promise<ClaimedDecision[]>;
  /** Records that a call is about to leave the process. False if the ticket is outdated: then it must not. */
  markApplying(options: {
    id: string;
    ticket: string;
    before: Reading;
    lease: HumanDuration;
  }): Promise<boolean>;
  /** Records that the cloud was too busy to take the call, which therefore does not count. False as above. */
  markBusy(options: {
    id: string;
    ticket: string;
    lease: HumanDuration;
  }): Promise<boolean>;
  /** Keeps the lease alive. False if the ticket is outdated. */
  renew(options: {
    id: string;
    ticket: string;
    lease: HumanDuration;
  }): Promise<boolean>;
  /** Ends a decision. False if the ticket is outdated: another worker's record stands. */
  end(options: { id: string; ticket: string } & DecisionEnd): Promise<boolean>;
  /** One decision. */
  get(id: string): Promise<StoredDecision | undefined>;
  /** One page, newest first. */
  list(query: DecisionQuery): Promise<Page<StoredDecision>>;
  /** The latest decision on each of some connections. */
  latestOf(
    connectionIds: readonly string[],
  ): Promise<Map<string, StoredDecision>>;
}
