import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import type { DbHopRow } from '../../tables';
import { insertRows } from '../../writeRows';

/** Replaces the path of an exposure. @internal */
export async function replaceHops(
  tx: Knex,
  exposureId: string,
  hops: readonly Hop[],
): Promise<void> {
  await tx('hops').where('exposure_id', exposureId).delete();
  const rows = hops.map<DbHopRow>((hop, position) => ({
    exposure_id: exposureId,
    position,
    hop_id: hop.id,
    type: hop.type,
    title: hop.title,
    native_id: hop.nativeId ?? null,
    health: hop.health,
    reason: hop.reason ?? null,
    facts: JSON.stringify(hop.facts ?? []),
    console_url: hop.consoleUrl ?? null,
  }));
  await insertRows(tx, 'hops', rows);
}
