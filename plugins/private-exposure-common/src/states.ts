import type {
  ConnectionState,
  Decision,
  DecisionStatus,
  ExposureKind,
  Health,
  Severity,
  Verdict,
} from './types';

const verdictsByState: Record<ConnectionState, readonly Verdict[]> = {
  pending: ['approve', 'reject'],
  connecting: ['remove'],
  connected: ['remove'],
  rejected: [],
  disconnected: [],
  expired: [],
  failed: [],
  removing: [],
  unknown: [],
};

/** States of a connection that is over, and that some clouds keep until somebody deletes it. */
const leftovers: readonly ConnectionState[] = ['rejected', 'disconnected'];

/** What the cloud failed to change may still let its consumer in, so it can be removed where a cloud takes that. */
const removable: readonly ConnectionState[] = [...leftovers, 'failed'];

/** Kinds whose connections stay listed whatever became of them, and go when they are removed. */
const keepsLeftovers: readonly ExposureKind[] = [
  'azure-private-link-service',
  'azure-private-link-resource',
];

/**
 * What can be decided about a connection in a state, permission aside.
 *
 * @remarks
 * A rejected connection is not accepted again: whether AWS does that is not documented, so its consumer is asked to
 * create the endpoint anew. In Azure it stays listed until it is removed, as one that lost its endpoint does,
 * and one whose last change failed.
 *
 * @param kind - Of the exposure that it is a connection of; left out, only what holds for every kind is answered.
 * @public
 */
export function verdictsFor(
  state: ConnectionState,
  kind?: ExposureKind,
): readonly Verdict[] {
  return kind && keepsLeftovers.includes(kind) && removable.includes(state)
    ? ['remove']
    : verdictsByState[state];
}

const effects: Record<Verdict, readonly ConnectionState[]> = {
  approve: ['connecting', 'connected'],
  reject: ['rejected', 'removing', 'disconnected'],
  remove: ['rejected', 'removing', 'disconnected'],
};

/**
 * Whether a state shows that a verdict has taken effect in the cloud.
 *
 * @param before - The state that it was decided in: to remove what is over already shows only in that it goes.
 * @public
 */
export function showsEffect(
  verdict: Verdict,
  state: ConnectionState,
  before: ConnectionState,
): boolean {
  return verdict === 'remove' && leftovers.includes(before)
    ? state === 'removing'
    : effects[verdict].includes(state);
}

const endedStatuses: readonly DecisionStatus[] = [
  'applied',
  'failed',
  'superseded',
  'unconfirmed',
];

/**
 * Whether nothing more will happen to a decision.
 *
 * @public
 */
export function hasEnded(decision: Pick<Decision, 'status'>): boolean {
  return endedStatuses.includes(decision.status);
}

const healthOrder: readonly Health[] = ['failing', 'degraded', 'unknown', 'ok'];

/**
 * The worst of some healths. Without any, `unknown`: nothing seen is not good news.
 *
 * @public
 */
export function worstHealth(healths: readonly Health[]): Health {
  return healthOrder.find(health => healths.includes(health)) ?? 'unknown';
}

const severityOrder: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * Compares severities for sorting, the gravest first.
 *
 * @public
 */
export function compareSeverity(a: Severity, b: Severity): number {
  return severityOrder.indexOf(a) - severityOrder.indexOf(b);
}
