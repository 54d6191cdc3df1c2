import type { StateChange } from '../../StateChange';
import type { DbConnectionRow } from '../../tables';

/**
 * What happened to a connection between what is stored and what was observed now.
 *
 * @internal
 */
export function compareConnection(
  before: Pick<DbConnectionRow, 'state' | 'gone_at'> | undefined,
  after: DbConnectionRow,
  common: { at: Date; entityRef?: string; initial: boolean },
): StateChange[] {
  const consumer = [after.consumer_account, after.consumer_endpoint_id]
    .filter(part => part !== null)
    .join(', ');
  const about = {
    ...common,
    exposureId: after.exposure_id,
    connectionId: after.id,
    to: after.state,
    message: `Consumer: ${consumer}.`,
  };
  if (!before || before.gone_at !== null) {
    return [{ ...about, type: 'connection-appeared' }];
  }
  if (before.state === after.state) return [];
  return [{ ...about, type: 'connection-state-changed', from: before.state }];
}
