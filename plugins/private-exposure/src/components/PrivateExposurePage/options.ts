import type {
  Attention,
  ChangeState,
  ConnectionState,
  DecisionStatus,
  ExposureKind,
  Health,
  Lifecycle,
} from '@postern/backstage-plugin-private-exposure-common';

// Written as records so that the compiler notices a word that is missing here.
const attentions: Record<Attention, true> = {
  'connection-pending': true,
  'domain-unverified': true,
  'change-open': true,
  'claim-conflict': true,
  'claim-unconfirmed': true,
  'decision-failed': true,
};
const changeStates: Record<ChangeState, true> = {
  open: true,
  merged: true,
  closed: true,
};
const connectionStates: Record<ConnectionState, true> = {
  pending: true,
  connecting: true,
  connected: true,
  rejected: true,
  disconnected: true,
  expired: true,
  failed: true,
  removing: true,
  unknown: true,
};
const decisionStatuses: Record<DecisionStatus, true> = {
  requested: true,
  applying: true,
  applied: true,
  failed: true,
  superseded: true,
  unconfirmed: true,
};
const exposureKinds: Record<ExposureKind, true> = {
  'aws-endpoint-service': true,
  'azure-private-link-service': true,
  'aws-cloudfront': true,
  'azure-front-door': true,
  'azure-private-link-resource': true,
  'aws-load-balancer': true,
  'eks-api-endpoint': true,
};
const healths: Record<Health, true> = {
  ok: true,
  degraded: true,
  failing: true,
  unknown: true,
};
const lifecycles: Record<Lifecycle, true> = {
  'in-review': true,
  provisioning: true,
  live: true,
  deleting: true,
  gone: true,
};

function wordsOf<T extends string>(record: Record<T, true>): readonly T[] {
  return Object.keys(record) as T[];
}

/** The words that a filter can be set to. @internal */
export const words = {
  attentions: wordsOf(attentions),
  changeStates: wordsOf(changeStates),
  connectionStates: wordsOf(connectionStates),
  decisionStatuses: wordsOf(decisionStatuses),
  exposureKinds: wordsOf(exposureKinds),
  healths: wordsOf(healths),
  lifecycles: wordsOf(lifecycles),
};

/**
 * The word behind a filter's text, or nothing where an old or mistyped link holds a word that does not exist.
 *
 * @internal
 */
export function readWord<T extends string>(
  known: readonly T[],
  value: string | undefined,
): T | undefined {
  return known.find(word => word === value);
}
