import {
  ListResourceRecordSetsCommand,
  type ListResourceRecordSetsCommandOutput,
  type ResourceRecordSet,
} from '@aws-sdk/client-route-53';
import { readOneOrAll } from '../../clients/readOneOrAll';
import { readPages } from '../../clients/readPages';
import { requireMember } from '../../clients/requireMember';
import { LISTING_KEPT_MS, type Looker } from '../../clients/ScopeMemory';
import type { NameRecords } from './DistributionInspection';
import type { Zone } from './findZones';
import { canonicalHost } from './hostNames';
import { lookUpName, namesUnder, type ZoneNode } from './lookUpName';

/** Record sets of one name are few: one for each type, and for each policy of an answer. */
const MOST_RECORD_SETS = 50;

/** Most that one ListResourceRecordSets returns. */
const PAGE_SIZE = 300;

/** Where a listing of records begins. */
type Start = Pick<
  ListResourceRecordSetsCommandOutput,
  'NextRecordName' | 'NextRecordType' | 'NextRecordIdentifier'
>;

/**
 * Reads what the hosted zone that is for a name answers for it; `undefined` if another zone does. Of a zone that many are
 * asked of, all records are read, in pages.
 *
 * @internal
 */
export async function readZone(
  zone: Zone,
  name: string,
  looker: Looker,
): Promise<NameRecords | undefined> {
  const listed = await readListedZone(zone, name, looker);
  if (listed?.targets.length !== 0) return listed;
  // What all records have not may have been made since.
  const targets = await lookUpName(zone.name, name, one =>
    askForNode(zone, one, looker),
  );
  return toNameRecords(zone, targets);
}

/**
 * As {@link readZone}, but what was listed lately has not, counts as absent.
 *
 * @internal
 */
export async function readListedZone(
  zone: Zone,
  name: string,
  looker: Looker,
): Promise<NameRecords | undefined> {
  const targets = await lookUpName(zone.name, name, one =>
    readNode(zone, one, looker),
  );
  return toNameRecords(zone, targets);
}

function toNameRecords(
  { zoneId, name: zoneName, place }: Zone,
  targets: readonly string[] | undefined,
): NameRecords | undefined {
  const { accountId } = place.scope;
  return targets && { zoneId, zoneName, accountId, targets: [...targets] };
}

/**
 * Calls that all records of a zone take.
 *
 * @internal
 */
export function callsForRecords({ recordSets }: Zone): number {
  return Math.max(1, Math.ceil(recordSets / PAGE_SIZE));
}

function readNode(
  zone: Zone,
  name: string,
  looker: Looker,
): Promise<ZoneNode | undefined> {
  const { memory } = zone.place.callers;
  return readOneOrAll<ReadonlyMap<string, ZoneNode>, ZoneNode | undefined>(
    memory,
    {
      key: `records of ${zone.zoneId}`,
      callsForAll: callsForRecords(zone),
      one: () => askForNode(zone, name, looker),
      all: () => listNodes(zone, looker.signal),
      pick: all => all.get(name),
      looker,
    },
  );
}

/** A survey and the inspections after it ask for the same name. */
function askForNode(
  zone: Zone,
  name: string,
  { signal, since }: Looker,
): Promise<ZoneNode | undefined> {
  const keep = { keptMs: LISTING_KEPT_MS, signal, since };
  const key = `record ${name} of ${zone.zoneId}`;
  return zone.place.callers.memory.remember(key, keep, () =>
    listFrom(zone, name, signal),
  );
}

async function listFrom(
  zone: Zone,
  name: string,
  signal: AbortSignal,
): Promise<ZoneNode | undefined> {
  const answer = await zone.place.callers.route53.send(
    new ListResourceRecordSetsCommand({
      HostedZoneId: zone.zoneId,
      StartRecordName: name,
      MaxItems: MOST_RECORD_SETS,
    }),
    { signal },
  );
  // The names below a name are listed right behind it (API reference, ListResourceRecordSets).
  return toNodes(zone, requireMember(answer, 'ResourceRecordSets')).get(name);
}

async function listNodes(
  zone: Zone,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ZoneNode>> {
  const { place, zoneId } = zone;
  let start: Start = {};
  const pages = readPages(async () => {
    const { NextRecordName, NextRecordType, NextRecordIdentifier } = start;
    const answer = await place.callers.route53.send(
      new ListResourceRecordSetsCommand({
        HostedZoneId: zoneId,
        StartRecordName: NextRecordName,
        StartRecordType: NextRecordType,
        StartRecordIdentifier: NextRecordIdentifier,
        MaxItems: PAGE_SIZE,
      }),
      { signal },
    );
    start = answer;
    return {
      items: requireMember(answer, 'ResourceRecordSets'),
      nextToken: answer.IsTruncated ? tokenOf(answer) : undefined,
    };
  });
  const sets: ResourceRecordSet[] = [];
  for await (const page of pages) sets.push(...page);
  return toNodes(zone, sets);
}

/** A name that only has names below it is there too. */
function toNodes(
  zone: Zone,
  sets: readonly ResourceRecordSet[],
): ReadonlyMap<string, ZoneNode> {
  const nodes = new Map<string, ZoneNode>();
  for (const set of sets) {
    const name = nameOf(set.Name);
    const { targets = [], isDelegated = false } = nodes.get(name) ?? {};
    nodes.set(name, {
      targets: [...new Set([...targets, ...toTargets(set)])],
      // The zone's own name has its name servers too.
      isDelegated: isDelegated || (set.Type === 'NS' && name !== zone.name),
    });
    for (const above of namesUnder(zone.name, name)) {
      if (!nodes.has(above)) {
        nodes.set(above, { targets: [], isDelegated: false });
      }
    }
  }
  return nodes;
}

/** What tells one beginning from another. */
function tokenOf(start: Start): string {
  const { NextRecordName, NextRecordType, NextRecordIdentifier } = start;
  return [NextRecordName, NextRecordType, NextRecordIdentifier].join(' ');
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
function nameOf(written: string | undefined): string {
  const name = (written ?? '').replace(/\\(\d{3})/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 8)),
  );
  return canonicalHost(name);
}
