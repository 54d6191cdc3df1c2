import type { Finding } from '@postern/backstage-plugin-private-exposure-common';
import type { BackendRule } from './BackendRule';

const day = 24 * 60 * 60_000;
const shown = 10;

/**
 * A consumer that waits longer than the limit has most likely been forgotten; AWS lets a request wait for ever.
 *
 * @internal
 */
export const pendingTooLong: BackendRule = ({
  target,
  waitingSince,
  pendingLimit,
  now,
}) => {
  const waiting = target.connections
    .filter(({ state }) => state === 'pending')
    .flatMap(connection => {
      const since = waitingSince.get(connection.nativeId);
      return since ? [{ connection, since }] : [];
    })
    .filter(({ since }) => now.getTime() - since.getTime() > pendingLimit)
    .sort((a, b) => a.since.getTime() - b.since.getTime());
  if (waiting.length === 0) return [];

  const finding: Finding = {
    ruleId: 'connection-pending-too-long',
    severity: 'warning',
    message: `${countText(
      waiting.length,
    )} for an answer for more than ${durationText(pendingLimit)}.`,
    remedy: 'Approve or reject it, and tell the consumer why.',
    evidence: waiting.slice(0, shown).map(({ connection, since }) => ({
      label: `${connection.consumer.account}, ${connection.nativeId}`,
      value: `waits since ${since.toISOString()}`,
    })),
  };
  return [finding];
};

function countText(count: number): string {
  return count === 1
    ? '1 consumer has waited'
    : `${count} consumers have waited`;
}

function durationText(milliseconds: number): string {
  const days = Math.floor(milliseconds / day);
  if (days >= 1) return days === 1 ? '1 day' : `${days} days`;
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
