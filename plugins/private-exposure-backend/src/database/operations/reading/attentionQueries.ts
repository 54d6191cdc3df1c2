import type { Attention } from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import type { ReadFilter } from '../../ExposureStore';
import { attentionChanges } from './openChanges';

/**
 * Exposures with a decision that came to nothing: it failed or was never confirmed, the connection is still as the
 * person saw it, and nobody decided anew. Yields `id`s; begins at the few decisions that failed.
 *
 * @internal
 */
export function failedDecisions(
  knex: Knex,
): Knex.QueryBuilder<{ id: string }, { id: string }[]> {
  return knex('decisions as d')
    .join('connections as dc', 'dc.id', 'd.connection_id')
    .select({ id: 'd.exposure_id' })
    .whereIn('d.status', ['failed', 'unconfirmed'])
    .whereRaw('dc.state = d.seen_state')
    .whereNull('dc.gone_at')
    .whereNotExists(
      knex('decisions as n')
        .select('n.id')
        .whereRaw('n.connection_id = d.connection_id')
        .whereRaw('n.requested_at > d.requested_at'),
    );
}

/**
 * Keeps the exposures (`e`) for which something waits, as far as a caller may know it.
 *
 * @internal
 */
export function whereAttention(
  knex: Knex,
  query: Knex.QueryBuilder,
  { attention, permitted }: ReadFilter & { attention: Attention },
): void {
  switch (attention) {
    case 'connection-pending':
      query.whereIn(
        'e.id',
        knex('connections as pc')
          .select('pc.exposure_id')
          .where('pc.state', 'pending')
          .whereNull('pc.gone_at'),
      );
      break;
    case 'domain-unverified':
      query.whereRaw("e.domain_state in ('pending', 'failed')");
      break;
    case 'change-open':
      // Begins at the pull requests, of which few are open, and not at the exposures.
      query.whereIn(
        'e.id',
        attentionChanges(knex, permitted)
          .join('exposures as ce', 'ce.entity_ref', 'ch.entity_ref')
          .select('ce.id')
          .whereNull('ce.gone_at')
          .whereRaw('(ch.exposure_id is null or ch.exposure_id = ce.id)'),
      );
      break;
    case 'claim-conflict':
      query.whereRaw('e.claim_conflict');
      break;
    case 'claim-unconfirmed':
      query.whereRaw('not e.claim_confirmed');
      break;
    case 'decision-failed':
      query.whereIn('e.id', failedDecisions(knex));
      break;
    default:
      attention satisfies never;
  }
}
