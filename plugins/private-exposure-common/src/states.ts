import type {
  ConnectionState,
  Decision,
  DecisionStatus,
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

/**
 * What can be decided about a connection in a state, permission aside.
 *
 * @remarks
 * A rejected connection offers nothing: whether AWS accepts one again is not documented, so its consumer is asked to
 * create the endpoint anew.
 *
 * @public
 */
export function verdictsFor(state: ConnectionState): readonly Verdict[] {
  return verdictsByState[state];
}

const effects: Record<Verdict, readonly ConnectionState[]> = {
  approve: ['connecting', 'connected'],
  reject: ['rejected', 'removing', 'disconnected'],
  remove: ['rejected', 'removing', 'disconnected'],
};

/**
 * Whether a state shows that a verdict has taken effect in the cloud.
 *
 * @public
 */
export function showsEffect(verdict: Verdict, state: ConnectionState): boolean {
  return effects[verdict].includes(state);
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
