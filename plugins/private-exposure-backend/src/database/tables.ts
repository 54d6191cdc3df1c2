import type {
  Claim,
  ConnectionState,
  DomainVerification,
  ExposureEvent,
  ExposureKind,
  Grant,
  Health,
  Hop,
  Lifecycle,
  Manager,
  Severity,
} from '@postern/backstage-plugin-private-exposure-common';

/**
 * Rows as knex gives them. Times come back as a Date on PostgreSQL and as milliseconds on SQLite, booleans as 0 or 1
 * on SQLite: read them through `conversion.ts`.
 */

/** A time as an engine returns it. @internal */
export type DbTime = Date | string | number;

/** A boolean as an engine returns it. @internal */
export type DbBoolean = boolean | number;

/** Row of `scopes`. @internal */
export interface DbScopeRow {
  id: string;
  provider: string;
  group_id: string;
  title: string;
  account: string;
  account_name: string | null;
  region: string | null;
  surveyed_at: DbTime | null;
  first_completed_at: DbTime | null;
  last_attempt_at: DbTime | null;
  next_attempt_at: DbTime | null;
  last_outcome: 'complete' | 'incomplete' | 'failed' | null;
  last_error: string | null;
  exposure_count: number;
  connection_count: number;
  calls: number;
  throttles: number;
  duration_ms: number | null;
  removed_at: DbTime | null;
  inspections_paid_until: DbTime | null;
}

/** Row of `exposures`. @internal */
export interface DbExposureRow {
  id: string;
  scope_id: string;
  kind: ExposureKind;
  native_id: string;
  native_key: string;
  name: string;
  name_key: string;
  native_state: string;
  lifecycle: Lifecycle;
  health: Health;
  health_rank: number;
  health_reason: string | null;
  address: string | null;
  acceptance_required: DbBoolean | null;
  domain_state: DomainVerification['state'] | null;
  domain: string | null;
  facts: string;
  evidence: string;
  hash: string;
  owner_tag: string | null;
  entity_ref: string | null;
  claim_basis: Claim['basis'] | null;
  claim_confirmed: DbBoolean | null;
  claim_conflict: DbBoolean;
  created_at: DbTime | null;
  created_by: string | null;
  created_by_key: string | null;
  managed_by: string | null;
  manager: Manager;
  /** `created_at`, or else `first_seen_at`; the database sets it. */
  made_at: DbTime;
  first_seen_at: DbTime;
  changed_at: DbTime;
  observed_at: DbTime | null;
  gone_at: DbTime | null;
  inspected_at: DbTime | null;
  inspection_attempted_at: DbTime | null;
  inspection_error: string | null;
  inspection_hash: string | null;
  refresh_requested_at: DbTime | null;
  refresh_allowed_at: DbTime | null;
}

/** Row of `connections`. @internal */
export interface DbConnectionRow {
  id: string;
  exposure_id: string;
  scope_id: string;
  native_id: string;
  state: ConnectionState;
  native_state: string;
  consumer_account: string;
  consumer_account_name: string | null;
  consumer_region: string | null;
  consumer_endpoint_id: string | null;
  /** The id in its request message; null where that is anything else. */
  request_id: string | null;
  facts: string;
  hash: string;
  created_at: DbTime | null;
  first_seen_at: DbTime;
  waiting_since: DbTime;
  changed_at: DbTime;
  observed_at: DbTime | null;
  expires_at: DbTime | null;
  gone_at: DbTime | null;
}

/** Row of `hops`. @internal */
export interface DbHopRow {
  exposure_id: string;
  position: number;
  hop_id: string;
  type: Hop['type'];
  title: string;
  native_id: string | null;
  health: Health;
  reason: string | null;
  facts: string;
  console_url: string | null;
}

/** Row of `grants`. @internal */
export interface DbGrantRow {
  exposure_id: string;
  type: Grant['type'];
  principal: string;
  auto_approved: DbBoolean | null;
}

/** Row of `findings`. @internal */
export interface DbFindingRow {
  exposure_id: string;
  key: string;
  rule_id: string;
  severity: Severity;
  message: string;
  remedy: string;
  hop_id: string | null;
  evidence: string | null;
  raised_at: DbTime;
}

/** Row of `events`; the id counts up. @internal */
export interface DbEventRow {
  id: number | string;
  exposure_id: string | null;
  connection_id: string | null;
  entity_ref: string | null;
  type: ExposureEvent['type'];
  at: DbTime;
  actor: string | null;
  from_state: string | null;
  to_state: string | null;
  message: string | null;
  initial: DbBoolean;
}

/** Row of `claimants`. @internal */
export interface DbClaimantRow {
  entity_ref: string;
  found: DbBoolean;
  hash: string;
}

/** Row of `claimant_owners`. @internal */
export interface DbClaimantOwnerRow {
  entity_ref: string;
  owner_ref: string;
}

/** Row of `claims`. @internal */
export interface DbClaimRow {
  entity_ref: string;
  type: 'resource' | 'kubernetes-service';
  value: string;
  named: string;
}

/** Row of `claim_conflicts`. @internal */
export interface DbClaimConflictRow {
  entity_ref: string;
  exposure_id: string;
  native_id: string;
  message: string;
}

/** Row of `exposure_identities`. @internal */
export interface DbExposureIdentityRow {
  exposure_id: string;
  identity: string;
}

/** Row of `exposure_requests`. @internal */
export interface DbExposureRequestRow {
  exposure_id: string;
  request_id: string;
  /** Native id of what is asked at, see `toKey`. */
  target_key: string;
  /** Empty where it is not said. */
  region: string;
}

/** Row of `decisions`. @internal */
export interface DbDecisionRow {
  id: string;
  connection_id: string;
  exposure_id: string;
  entity_ref: string | null;
  verdict: string;
  reason: string;
  status: string;
  decided_by: string;
  approvals: string;
  idempotency_key: string;
  seen_state: string;
  seen: string;
  requested_at: DbTime;
  ended_at: DbTime | null;
  message: string | null;
  before: string | null;
  after: string | null;
  lease_until: DbTime | null;
  claim_ticket: string | null;
  attempt: number;
  lane: string | null;
}

/** Row of `changes`. @internal */
export interface DbChangeRow {
  id: string;
  entity_ref: string;
  kind: string | null;
  purpose: string;
  url: string;
  title: string;
  state: string;
  opened_by: string | null;
  opened_at: DbTime;
  ended_at: DbTime | null;
  exposure_id: string | null;
  checked_at: DbTime | null;
  check_error: string | null;
  /** When its Git host is asked next. */
  due_at: DbTime;
  /** JSON of what the linter said; null where nobody told. */
  findings: string | null;
  /** The id in the request message of the connection that it makes; null where it has none. */
  request_id: string | null;
}

/** Row of `change_authors`. @internal */
export interface DbChangeAuthorRow {
  change_id: string;
  entity_ref: string;
  author: string;
}
