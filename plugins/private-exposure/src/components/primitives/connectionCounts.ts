import {
  takesConnections,
  type ConnectionState,
  type ExposureSummary,
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
 * Says who is connected: "2 pending, 1 connected". Nothing of what takes no connections and has none.
 *
 * @internal
 */
export function describeConnectionCounts(
  {
    kind,
    connectionCounts,
  }: Pick<ExposureSummary, 'kind' | 'connectionCounts'>,
  t: Texts,
): string | undefined {
  const parts = order
    .filter(state => (connectionCounts[state] ?? 0) > 0)
    .map(state =>
      t(`connectionCount.${state}`, {
        number: String(connectionCounts[state]),
      }),
    );
  if (parts.length > 0) return parts.join(', ');
  return takesConnections(kind) ? t('connectionCount.none') : undefined;
}
