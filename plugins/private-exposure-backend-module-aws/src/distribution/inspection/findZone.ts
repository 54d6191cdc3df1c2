import {
  type HostedZone,
  ListHostedZonesCommand,
} from '@aws-sdk/client-route-53';
import { readAll } from '../../clients/readPages';
import { requireMember } from '../../clients/requireMember';
import { SELDOM_CHANGES_MS, type Looker } from '../../clients/ScopeMemory';
import type { CallableScope } from '../../inspection/InspectionContext';
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
 * The public hosted zone of an account that is nearest to a name.
 *
 * @internal
 */
export async function findZone(
  place: CallableScope,
  name: string,
  looker: Looker,
): Promise<Zone | undefined> {
  return nearestZone(await readZones(place, looker), name);
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
 * The one of some zones that is nearest to a name.
 *
 * @internal
 */
export function nearestZone(
  zones: readonly Zone[],
  name: string,
): Zone | undefined {
  const [nearest] = zones
    .filter(zone => name === zone.name || name.endsWith(`.${zone.name}`))
    .sort((a, b) => b.name.length - a.name.length);
  return nearest;
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
