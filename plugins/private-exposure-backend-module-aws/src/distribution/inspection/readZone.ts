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
import type { Zone } from './findZone';
import { canonicalHost } from './hostNames';

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
 * Reads the records of a name in the hosted zone that is for it. Of a zone that many are asked of, all records are read,
 * in pages.
 *
 * @internal
 */
export async function readZone(
  zone: Zone,
  name: string,
  looker: Looker,
): Promise<NameRecords> {
  const { accountId } = zone.place.scope;
  const targets =
    (await readListedTargets(zone, name, looker)) ??
    // What all records have not may have been made since.
    (await askForTargets(zone, name, looker));
  return { zoneId: zone.zoneId, zoneName: zone.name, accountId, targets };
}

/**
 * Calls that all records of a zone take.
 *
 * @internal
 */
export function callsForRecords({ recordSets }: Zone): number {
  return Math.max(1, Math.ceil(recordSets / PAGE_SIZE));
}

/**
 * What the records of a name point at; `undefined` if all records of its zone were read together, and the name is not among
 * them.
 *
 * @internal
 */
export async function readListedTargets(
  zone: Zone,
  name: string,
  looker: Looker,
): Promise<string[] | undefined> {
  const exact = await readRecords(zone, name, looker);
  if (exact?.length) return exact;
  // A name without records of its own is answered for by the wildcard above it.
  const wildcard = name.replace(/^[^.]+/, '*');
  const above =
    wildcard === name ? [] : await readRecords(zone, wildcard, looker);
  return above?.length ? above : exact;
}

/**
 * Whether all records of a zone have been read since a moment, and are remembered.
 *
 * @internal
 */
export function wereRecordsRead(
  { place, zoneId }: Zone,
  looker: Pick<Looker, 'since'>,
): boolean {
  return place.callers.memory.isKnown(recordsKey(zoneId), looker);
}

function recordsKey(zoneId: string): string {
  return `records of ${zoneId}`;
}

/** The targets of a name; `undefined` if it is not among all records, which were read together. */
function readRecords(
  zone: Zone,
  name: string,
  looker: Looker,
): Promise<string[] | undefined> {
  const { memory } = zone.place.callers;
  return readOneOrAll<ReadonlyMap<string, string[]>, string[] | undefined>(
    memory,
    {
      key: recordsKey(zone.zoneId),
      callsForAll: callsForRecords(zone),
      one: () => askForTargets(zone, name, looker),
      all: () => listAllTargets(zone, looker.signal),
      pick: all => all.get(name),
      looker,
    },
  );
}

/** A survey and the inspections after it ask for the same name. */
function askForTargets(
  zone: Zone,
  name: string,
  { signal, since }: Looker,
): Promise<string[]> {
  const keep = { keptMs: LISTING_KEPT_MS, signal, since };
  const key = `record ${name} of ${zone.zoneId}`;
  return zone.place.callers.memory.remember(key, keep, () =>
    listTargets(zone, name, signal),
  );
}

async function listTargets(
  { place, zoneId }: Zone,
  name: string,
  signal: AbortSignal,
): Promise<string[]> {
  const answer = await place.callers.route53.send(
    new ListResourceRecordSetsCommand({
      HostedZoneId: zoneId,
      StartRecordName: name,
      MaxItems: MOST_RECORD_SETS,
    }),
    { signal },
  );
  const targets = requireMember(answer, 'ResourceRecordSets')
    .filter(({ Name }) => nameOf(Name) === name)
    .flatMap(toTargets);
  return [...new Set(targets)];
}

async function listAllTargets(
  { place, zoneId }: Zone,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string[]>> {
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
  const targets = new Map<string, string[]>();
  for await (const page of pages) {
    for (const set of page) {
      const found = toTargets(set);
      if (found.length === 0) continue;
      const name = nameOf(set.Name);
      const all = new Set([...(targets.get(name) ?? []), ...found]);
      targets.set(name, [...all]);
    }
  }
  return targets;
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
