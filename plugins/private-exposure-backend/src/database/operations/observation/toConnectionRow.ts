import { readRequestId } from '@postern/backstage-plugin-private-exposure-common';
import type { SurveyedConnection } from '@postern/backstage-plugin-private-exposure-node';
import type { DbConnectionRow } from '../../tables';

/** Columns that a survey or a single reading writes over what is there. @internal */
export const observedConnectionColumns = [
  'state',
  'native_state',
  'consumer_account',
  'consumer_account_name',
  'consumer_region',
  'consumer_endpoint_id',
  'request_id',
  'facts',
  'hash',
  'created_at',
  'changed_at',
  'observed_at',
  'gone_at',
] as const satisfies readonly (keyof DbConnectionRow)[];

/** Turns an observed connection into the row that a new connection gets. @internal */
export function toConnectionRow(options: {
  id: string;
  exposureId: string;
  scopeId: string;
  connection: SurveyedConnection;
  hash: string;
  at: Date;
  observedAt: Date | null;
}): DbConnectionRow {
  const { connection, at } = options;
  const { consumer } = connection;
  const createdAt = parseTime(connection.createdAt);
  return {
    id: options.id,
    exposure_id: options.exposureId,
    scope_id: options.scopeId,
    native_id: connection.nativeId,
    state: connection.state,
    native_state: connection.nativeState.slice(0, 200),
    consumer_account: consumer.account,
    consumer_account_name: consumer.accountName ?? null,
    consumer_region: consumer.region ?? null,
    consumer_endpoint_id: consumer.endpointId ?? null,
    request_id: readRequestId(connection.requestMessage ?? '') ?? null,
    facts: JSON.stringify(connection.facts),
    hash: options.hash,
    created_at: createdAt,
    first_seen_at: at,
    waiting_since: createdAt ?? at,
    changed_at: at,
    observed_at: options.observedAt,
    expires_at: null,
    gone_at: null,
  };
}

/** A time that cannot be read is left out: it must not end a survey. */
function parseTime(text: string | undefined): Date | null {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time);
}
