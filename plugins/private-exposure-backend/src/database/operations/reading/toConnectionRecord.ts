import type { Source } from '@postern/backstage-plugin-private-exposure-common';
import { toIso, toOptionalIso } from '../../conversion';
import type { ConnectionRecord } from '../../records';
import type { DbConnectionRow } from '../../tables';
import { rowSource } from './scopeSources';

/**
 * Turns a row into what may be sent.
 *
 * @param options - what is the same for all connections of an exposure: the source is its scope's
 * @internal
 */
export function toConnectionRecord(
  row: DbConnectionRow,
  options: { exposureNativeId: string; provider: string; source: Source },
): ConnectionRecord {
  const { exposureNativeId, provider, source } = options;
  return {
    connection: {
      id: row.id,
      exposureId: row.exposure_id,
      state: row.state,
      nativeState: row.native_state,
      consumer: {
        account: row.consumer_account,
        accountName: row.consumer_account_name ?? undefined,
        region: row.consumer_region ?? undefined,
        endpointId: row.consumer_endpoint_id ?? undefined,
      },
      createdAt: toOptionalIso(row.created_at),
      firstSeenAt: toIso(row.first_seen_at),
      expiresAt: toOptionalIso(row.expires_at),
      source: rowSource(source, row),
      facts: JSON.parse(row.facts),
    },
    provider,
    requestId: row.request_id ?? undefined,
    ref: {
      scopeId: row.scope_id,
      exposureNativeId,
      nativeId: row.native_id,
    },
  };
}
