import { toIso, toOptionalIso } from '../../conversion';
import type { ConnectionRecord } from '../../records';
import type { DbConnectionRow, DbScopeRow } from '../../tables';
import { type Freshness, rowSource, scopeSource } from './scopeSources';

/** Turns a row into what may be sent. @internal */
export function toConnectionRecord(
  row: DbConnectionRow,
  options: {
    exposureNativeId: string;
    scope: DbScopeRow | undefined;
    freshness: Freshness;
  },
): ConnectionRecord {
  const { exposureNativeId, scope, freshness } = options;
  const source = scope
    ? scopeSource(scope, freshness)
    : ({ state: 'stale' } as const);
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
    provider: scope?.provider ?? '',
    ref: {
      scopeId: row.scope_id,
      exposureNativeId,
      nativeId: row.native_id,
    },
  };
}
