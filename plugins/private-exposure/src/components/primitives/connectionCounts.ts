import type {
  ConnectionCounts,
  ConnectionState,
} from '@postern/backstage-plugin-private-exposure-common';
import type { Texts } from '../../hooks/useTexts';

/** Those that want attention first, those that are history last. */
const order: readonly ConnectionState[] = [
  'pending',
  'failed',
  'connecting',
  'connected',
  'removing',
  'disconnected',
  'rejected',
  'expired',
  'unknown',
];

/**
 * Says who is connected: "2 pending, 1 connected".
 *
 * @internal
 */
export function describeConnectionCounts(
  counts: ConnectionCounts,
  t: Texts,
): string {
  const parts = order
    .filter(state => (counts[state] ?? 0) > 0)
    .map(state =>
      t(`connectionCount.${state}`, { number: String(counts[state]) }),
    );
  return parts.join(', ') || t('connectionCount.none');
}
