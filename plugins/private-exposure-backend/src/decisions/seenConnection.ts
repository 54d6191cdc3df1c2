import type {
  ConnectionState,
  Consumer,
  Reading,
  Verdict,
} from '@postern/backstage-plugin-private-exposure-common';
import { showsEffect } from '@postern/backstage-plugin-private-exposure-common';
import type { SurveyedConnection } from '@postern/backstage-plugin-private-exposure-node';

/**
 * What stood on the page when the person decided. Kept with the decision, so that later nobody has to guess what was
 * approved, not even if the rows of exposure and connection are long gone.
 *
 * @internal
 */
export interface SeenConnection {
  /** The provider of the scope. */
  provider: string;
  /** Scope of the exposure. */
  scopeId: string;
  /** The exposure, by the cloud's name. */
  exposureNativeId: string;
  /** The exposure, for people. */
  exposureName: string;
  /** The connection, by the cloud's name. */
  nativeId: string;
  /** Account, region and endpoint of the consumer. */
  consumer: Consumer;
  /** State that the person saw. */
  state: ConnectionState;
}

/** A reading of the connection at a moment. @internal */
export function toReading(
  connection: SurveyedConnection | undefined,
  at: Date,
): Reading {
  if (!connection) return { at: at.toISOString(), found: false };
  const { state, nativeState, consumer } = connection;
  return { at: at.toISOString(), found: true, state, nativeState, consumer };
}

/**
 * What differs between what the person saw and what the cloud says now.
 *
 * @returns sentences for a person; empty if it is the same connection in the same state
 * @internal
 */
export function describeDifferences(
  seen: SeenConnection,
  now: SurveyedConnection | undefined,
): string[] {
  if (!now) return ['The connection is no longer there.'];
  return [
    difference('service', seen.exposureNativeId, now.exposureNativeId),
    ...describeIdentityDifferences(seen, now),
    difference('state', seen.state, now.state),
  ].filter(isText);
}

/** Like {@link describeDifferences}, without the state: whether it is still the same endpoint of the same consumer. @internal */
export function describeIdentityDifferences(
  seen: SeenConnection,
  now: SurveyedConnection,
): string[] {
  return [
    difference('connection', seen.nativeId, now.nativeId),
    difference('account', seen.consumer.account, now.consumer.account),
    difference('endpoint', seen.consumer.endpointId, now.consumer.endpointId),
    difference('region', seen.consumer.region, now.consumer.region),
  ].filter(isText);
}

/**
 * Whether a reading shows that a verdict took effect. A connection that is gone shows the effect of turning it away.
 *
 * @internal
 */
export function readingShowsEffect(
  verdict: Verdict,
  reading: SurveyedConnection | undefined,
  seen: Pick<SeenConnection, 'state'>,
): boolean {
  if (!reading) return verdict !== 'approve';
  return showsEffect(verdict, reading.state, seen.state);
}

function difference(
  what: string,
  before: string | undefined,
  now: string | undefined,
): string | undefined {
  if (before === now) return undefined;
  return `The ${what} was ${before ?? 'not known'} and is now ${
    now ?? 'not known'
  }.`;
}

function isText(value: string | undefined): value is string {
  return value !== undefined;
}
