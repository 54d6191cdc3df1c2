import {
  type HostedZone,
  ListHostedZonesCommand,
} from '@aws-sdk/client-route-53';
import { readAll } from '../../clients/readPages';
import { requireMember } from '../../clients/requireMember';
import {
  LISTING_KEPT_MS,
  SELDOM_CHANGES_MS,
  type Looker,
} from '../../clients/ScopeMemory';
import type {
  CallableScope,
  OurAccounts,
} from '../../inspection/InspectionContext';
import { lookElsewhere, seenOr } from '../../inspection/look';
import type { Seen } from '../../inspection/Seen';
import type { NameRecords } from './DistributionInspection';
import { canonicalHost } from './hostNames';

/** A public hosted zone, and the place that it is in. @internal */
export interface Zone {
  /** Where. */
  place: CallableScope;
  /** `Z…`. */
  zoneId: string;
  /** The domain, without a dot at the end. */
  name: string;
  /** Record sets in it, when it was listed. */
  recordSets: number;
}

/**
 * The public hosted zones of an account. They are kept for a while: they seldom change, and many distributions ask for
 * them.
 *
 * @internal
 */
export function readZones(
  place: CallableScope,
  { signal, since }: Looker,
): Promise<Zone[]> {
  const keep = { keptMs: SELDOM_CHANGES_MS, signal, since };
  return place.callers.memory.remember('hosted zones', keep, () =>
    listZones(place, signal),
  );
}

/**
 * As {@link readZones}, for whoever can do without an account: a failure is an answer, and counts for as long as a listing,
 * so that an account which does not answer is not waited for by everybody.
 *
 * @param limit - Ends the reading, but no more than that.
 * @internal
 */
export async function seeZones(
  { scope, callers }: CallableScope,
  { signal, since }: Looker,
  limit: AbortSignal,
): Promise<Seen<Zone[]>> {
  const other = { accountId: scope.accountId, signal };
  const looker = { signal: limit, since };
  const keep = { ...looker, keptMs: LISTING_KEPT_MS };
  const seen = await lookElsewhere(other, () =>
    callers.memory.remember('hosted zones as they were seen', keep, () =>
      lookElsewhere(other, () => readZones({ scope, callers }, looker)),
    ),
  );
  return seen.type === 'seen' ? seen.value : seen;
}

/**
 * The other places where the zone of a name may be. No other partition: it has names of its own.
 *
 * @internal
 */
export function otherZonePlaces({
  scope,
  everywhere,
}: Pick<CallableScope, 'scope'> & OurAccounts): CallableScope[] {
  return everywhere('global').filter(
    ({ scope: { id, partition } }) =>
      id !== scope.id && partition === scope.partition,
  );
}

/**
 * Those of some zones that are nearest to a name: one, unless several have the same domain. They keep their order.
 *
 * @internal
 */
export function nearestZones(zones: readonly Zone[], name: string): Zone[] {
  const around = zones.filter(
    zone => name === zone.name || name.endsWith(`.${zone.name}`),
  );
  const longest = Math.max(...around.map(zone => zone.name.length));
  return around.filter(zone => zone.name.length === longest);
}

/**
 * What the nearest zones of a name answer together. Of several with the same domain the world asks only one, and nobody
 * tells which: the one that has a record counts, and none if several disagree, or if none has one.
 *
 * @param answers - Of each zone.
 * @param others - What is known where none of them answers: a zone that nobody let us look for may.
 * @internal
 */
export function agreedRecords(
  answers: ReadonlyArray<Seen<NameRecords | undefined>>,
  others: Seen<undefined>,
): Seen<NameRecords | undefined> {
  const found = answers.flatMap(answer => {
    const records = seenOr(answer);
    return records && records.targets.length > 0 ? [records] : [];
  });
  const different = new Set(
    found.map(({ targets }) => [...targets].sort().join(' ')),
  );
  if (different.size === 1) return { type: 'seen', value: found[0] };
  if (different.size > 1) return { type: 'seen', value: undefined };
  const [answer] = answers;
  if (answers.length === 1 && seenOr(answer)) return answer;
  return answers.find(isUnseen) ?? others;
}

/**
 * What is known of a name that none of the zones which were seen is for.
 *
 * @internal
 */
export function knownElsewhere(
  zones: ReadonlyArray<Seen<readonly Zone[]>>,
): Seen<undefined> {
  return zones.find(isUnseen) ?? { type: 'seen', value: undefined };
}

function isUnseen<Value>(seen: Seen<Value>): seen is Seen<never> {
  return seen.type === 'unseen';
}

async function listZones(
  place: CallableScope,
  signal: AbortSignal,
): Promise<Zone[]> {
  const { route53 } = place.callers;
  const zones = await readAll(
    Marker => route53.send(new ListHostedZonesCommand({ Marker }), { signal }),
    {
      items: page => requireMember(page, 'HostedZones'),
      nextToken: page => page.NextMarker,
    },
  );
  return zones.flatMap(zone => toZone(zone, place) ?? []);
}

function toZone(zone: HostedZone, place: CallableScope): Zone | undefined {
  const name = canonicalHost(zone.Name ?? '');
  if (!zone.Id || !name || zone.Config?.PrivateZone) return undefined;
  // `/hostedzone/Z…`; calls take the id alone.
  const zoneId = zone.Id.slice(zone.Id.lastIndexOf('/') + 1);
  return { place, zoneId, name, recordSets: zone.ResourceRecordSetCount ?? 0 };
}
