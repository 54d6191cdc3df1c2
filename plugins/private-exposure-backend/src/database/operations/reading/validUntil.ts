import type { Source } from '@postern/backstage-plugin-private-exposure-common';
import type { EntityExposuresRecord } from '../../records';
import { inspectionStaleAfter } from './exposureDetails';
import type { Freshness } from './scopeSources';

const longest = 10 * 60_000;
/** What is known of an open pull request becomes old by a rule of its own, which may be late by so much. */
const withOpenChanges = 30_000;

/**
 * Until when a page says of its sources what is so, if nothing is written: until the first of them turns stale. In
 * milliseconds since 1970.
 *
 * @internal
 */
export function validUntil(
  { sources, exposures, changes }: EntityExposuresRecord,
  { now, staleAfter }: Freshness,
): number {
  const hasOpenChanges = changes.some(({ state }) => state === 'open');
  return Math.min(
    now.getTime() + (hasOpenChanges ? withOpenChanges : longest),
    ...sources.flatMap(({ source }) => turnsStale(source, staleAfter)),
    ...exposures.flatMap(({ inspection }) =>
      turnsStale(inspection, inspectionStaleAfter),
    ),
  );
}

function turnsStale(source: Source | undefined, after: number): number[] {
  return source?.state === 'fresh' && source.observedAt !== undefined
    ? [Date.parse(source.observedAt) + after]
    : [];
}
