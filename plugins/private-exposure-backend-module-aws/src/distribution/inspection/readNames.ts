import {
  type HostedZone,
  ListHostedZonesCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
} from '@aws-sdk/client-route-53';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { readAll } from '../../clients/readPages';
import {
  type CallableScope,
  type InspectionContext,
  LOOKS_AT_ONCE,
} from '../../inspection/InspectionContext';
import { look, lookElsewhere } from '../../inspection/look';
import type { Seen } from '../../inspection/Seen';
import type { InspectedName, NameRecords } from './DistributionInspection';
import { canonicalHost } from './hostNames';

/** Record sets of one name are few: one for each type, and for each policy of an answer. */
const MOST_RECORD_SETS = 50;

/** A zone that a name belongs to, and the place that it is in. */
interface Zone {
  place: CallableScope;
  zoneId: string;
  name: string;
}

/**
 * Reads the records of names out of the hosted zones of our accounts, that of the exposure first. The zones of an account
 * are kept for a while: zones seldom change, and many distributions ask for them.
 *
 * @internal
 */
export async function readNames(
  names: readonly string[],
  context: InspectionContext,
): Promise<InspectedName[]> {
  return mapWithLimit(names, LOOKS_AT_ONCE, async host => {
    const name = canonicalHost(host);
    return { name, records: await readRecords(name, context) };
  });
}

async function readRecords(
  name: string,
  context: InspectionContext,
): Promise<Seen<NameRecords | undefined>> {
  const own = await look(() => zoneIn(context, name, context.signal));
  if (own.type === 'seen' && own.value) {
    const zone = own.value;
    return look(() => readZone(zone, name, context.signal));
  }
  const others = context
    .everywhere('global')
    .filter(({ scope }) => scope.id !== context.scope.id);
  const zones = await mapWithLimit(others, LOOKS_AT_ONCE, place => {
    const other = { accountId: place.scope.accountId, signal: context.signal };
    return lookElsewhere(other, () => zoneIn(place, name, context.signal));
  });
  const found = zones
    .flatMap(zone => (zone.type === 'seen' && zone.value ? [zone.value] : []))
    .sort((a, b) => b.name.length - a.name.length);
  if (found.length > 0) {
    const [zone] = found;
    const other = {
      accountId: zone.place.scope.accountId,
      signal: context.signal,
    };
    return lookElsewhere(other, () => readZone(zone, name, context.signal));
  }
  // Somewhere that nobody let us look the zone may be.
  const blind = [own, ...zones].find(({ type }) => type === 'unseen');
  return blind?.type === 'unseen' ? blind : { type: 'seen', value: undefined };
}

/** The zone of an account that is nearest to a name. */
async function zoneIn(
  place: CallableScope,
  name: string,
  signal: AbortSignal,
): Promise<Zone | undefined> {
  const zones = await place.callers.remember('hosted-zones', () =>
    listZones(place, signal),
  );
  const [nearest] = zones
    .flatMap(zone => {
      const zoneName = canonicalHost(zone.Name ?? '');
      const holds = name === zoneName || name.endsWith(`.${zoneName}`);
      const isPublic = !zone.Config?.PrivateZone;
      if (!zone.Id || !zoneName || !holds || !isPublic) return [];
      // `/hostedzone/Z…`; calls take the id alone.
      const zoneId = zone.Id.slice(zone.Id.lastIndexOf('/') + 1);
      return { place, zoneId, name: zoneName };
    })
    .sort((a, b) => b.name.length - a.name.length);
  return nearest;
}

function listZones(
  { callers }: CallableScope,
  signal: AbortSignal,
): Promise<HostedZone[]> {
  return readAll(
    Marker =>
      callers.route53.send(new ListHostedZonesCommand({ Marker }), { signal }),
    { items: page => page.HostedZones, nextToken: page => page.NextMarker },
  );
}

async function readZone(
  zone: Zone,
  name: string,
  signal: AbortSignal,
): Promise<NameRecords> {
  const exact = await listTargets(zone, name, signal);
  // A name without records of its own is answered for by the wildcard above it.
  const wildcard = name.replace(/^[^.]+/, '*');
  const targets =
    exact.length > 0 || wildcard === name
      ? exact
      : await listTargets(zone, wildcard, signal);
  const { accountId } = zone.place.scope;
  return { zoneId: zone.zoneId, accountId, targets };
}

async function listTargets(
  { place, zoneId }: Zone,
  name: string,
  signal: AbortSignal,
): Promise<string[]> {
  const { ResourceRecordSets } = await place.callers.route53.send(
    new ListResourceRecordSetsCommand({
      HostedZoneId: zoneId,
      StartRecordName: name,
      MaxItems: MOST_RECORD_SETS,
    }),
    { signal },
  );
  const targets = (ResourceRecordSets ?? [])
    .filter(({ Name }) => canonicalHost(unescaped(Name ?? '')) === name)
    .flatMap(toTargets);
  return [...new Set(targets)];
}

/**
 * What a record set points at: the names or addresses of those types that an address is looked up by.
 *
 * @internal
 */
export function toTargets(set: ResourceRecordSet): string[] {
  if (!/^(A|AAAA|CNAME)$/.test(set.Type ?? '')) return [];
  const { AliasTarget, ResourceRecords = [] } = set;
  const values = ResourceRecords.flatMap(({ Value }) => Value ?? []);
  return [AliasTarget?.DNSName, ...values].flatMap(value =>
    value ? [canonicalHost(value)] : [],
  );
}

/** Route 53 writes a star, as other signs that are none of a host name, as its octal code. */
function unescaped(name: string): string {
  return name.replace(/\\(\d{3})/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 8)),
  );
}
