import { AwsFault } from './AwsFault';
import { checkChange } from './checkRecordChange';
import { DnsRecords } from './DnsRecords';
import { globalScope } from './globalScope';
import {
  HostedZone,
  normalDnsName,
  RecordChange,
  recordKey,
  RecordSet,
  ZoneChange,
  ZoneVpc,
} from './hostedZoneTypes';
import { ScopedCollection } from './ScopedCollection';
import { Tags } from './types';
import { WorldContext } from './WorldContext';

/** A hosted zone as a caller describes it. @public */
export interface HostedZoneInput {
  name: string;
  /** Default a reference of its own. */
  callerReference?: string;
  comment?: string;
  /** A private zone needs at least one. */
  vpcs?: ZoneVpc[];
  tags?: Tags;
  id?: string;
}

/** How many seconds the records that a zone begins with may be kept. */
const NAME_SERVER_TTL = 172_800;

/** How many names a chain of CNAMEs and aliases may have. */
const MAX_CHAIN = 8;

/**
 * Route 53: hosted zones, their records, and what public names lead to.
 *
 * @remarks
 * Records count at once; only the state of the change takes its time. TXT
 * records of public zones are in {@link DnsRecords} too, where AWS looks for
 * proofs of ownership.
 *
 * @public
 */
export class HostedZones {
  readonly zones = new ScopedCollection<HostedZone>();
  readonly changes = new ScopedCollection<ZoneChange>();
  readonly #context: WorldContext;
  readonly #dns: DnsRecords;
  readonly #listeners = new Set<() => void>();

  constructor(context: WorldContext, dns: DnsRecords) {
    this.#context = context;
    this.#dns = dns;
  }

  /** Creates a zone with its SOA and NS records. */
  createZone(accountId: string, input: HostedZoneInput): HostedZone {
    const { ids } = this.#context;
    const name = normalDnsName(input.name);
    const id = input.id ?? `Z${ids.hex(20).toUpperCase()}`;
    const callerReference = input.callerReference ?? ids.guid();
    const isTaken = this.zones
      .list(globalScope(accountId))
      .some(zone => zone.callerReference === callerReference);
    if (isTaken) {
      throw new AwsFault(
        'HostedZoneAlreadyExists',
        `A hosted zone has already been created with the specified caller reference.`,
        409,
      );
    }
    const zone = this.zones.add({
      ...this.#context.newRecord(globalScope(accountId), id, input.tags),
      arn: `arn:aws:route53:::hostedzone/${id}`,
      name,
      callerReference,
      comment: input.comment,
      isPrivate: Boolean(input.vpcs?.length),
      vpcs: input.vpcs ?? [],
      nameServers: [1, 2, 3, 4].map(
        number => `ns-${number}${zoneNumber(id)}.awsdns-0${number}.example`,
      ),
      records: new Map(),
    });
    for (const record of firstRecords(zone)) {
      zone.records.set(recordKey(record), record);
    }
    return zone;
  }

  /** The zone; a foreign or unknown id is `NoSuchHostedZone`. */
  getZone(accountId: string, zoneId: string): HostedZone {
    const zone = this.zones.getIn(globalScope(accountId), zoneId);
    if (!zone) {
      throw new AwsFault(
        'NoSuchHostedZone',
        `No hosted zone found with ID: ${zoneId}`,
        404,
      );
    }
    return zone;
  }

  /** The account's zone of this domain, public unless asked otherwise. */
  findZone(
    accountId: string,
    name: string,
    options: { isPrivate?: boolean } = {},
  ): HostedZone | undefined {
    const isPrivate = options.isPrivate ?? false;
    return this.zones
      .list(globalScope(accountId))
      .find(
        zone =>
          zone.name === normalDnsName(name) && zone.isPrivate === isPrivate,
      );
  }

  /** Deletes a zone that has no more than the records it began with. */
  removeZone(accountId: string, zoneId: string): void {
    const zone = this.getZone(accountId, zoneId);
    if (zone.records.size > firstRecords(zone).length) {
      throw new AwsFault(
        'HostedZoneNotEmpty',
        'The specified hosted zone contains non-required resource record sets and so cannot be deleted.',
      );
    }
    this.zones.remove(zoneId);
  }

  /**
   * Carries a batch out, all of it or nothing.
   *
   * @throws AwsFault `InvalidChangeBatch` that names each step that cannot be.
   */
  changeRecords(
    accountId: string,
    zoneId: string,
    batch: { changes: RecordChange[]; comment?: string },
  ): ZoneChange {
    const zone = this.getZone(accountId, zoneId);
    const records = new Map(zone.records);
    const problems: string[] = [];
    const changes = batch.changes.map(({ action, record }) => ({
      action,
      record: { ...record, name: normalDnsName(record.name) },
    }));
    for (const change of changes) {
      const problem = checkChange(zone.name, records, change);
      if (problem) problems.push(problem);
      else if (change.action === 'DELETE') {
        records.delete(recordKey(change.record));
      } else records.set(recordKey(change.record), change.record);
    }
    if (problems.length > 0) {
      throw new AwsFault('InvalidChangeBatch', `[${problems.join(', ')}]`);
    }
    this.#replaceRecords(zone, records);
    return this.#newChange(accountId, batch.comment);
  }

  /** The change; an unknown id is `NoSuchChange`. */
  getChange(accountId: string, id: string): ZoneChange {
    const change = this.changes.getIn(globalScope(accountId), id);
    if (!change) {
      throw new AwsFault(
        'NoSuchChange',
        `Could not find resource with ID: ${id}`,
        404,
      );
    }
    return change;
  }

  /** The public record of a name and type, of whichever account's zone. */
  lookup(name: string, type: string): RecordSet | undefined {
    const wanted = normalDnsName(name);
    const wildcard = wanted.replace(/^[^.]+/, '*');
    const zones = this.zones
      .all()
      .filter(zone => !zone.isPrivate && isInZone(wanted, zone.name))
      .sort((left, right) => right.name.length - left.name.length);
    return [wanted, wildcard]
      .flatMap(one => zones.map(zone => findRecord(zone, one, type)))
      .find(Boolean);
  }

  /**
   * The names that a public name leads to, through CNAMEs and aliases, its own
   * first. The last is where it ends.
   */
  resolve(name: string): string[] {
    const chain = [normalDnsName(name)];
    while (chain.length < MAX_CHAIN) {
      const last = chain[chain.length - 1];
      const record =
        this.lookup(last, 'CNAME') ??
        this.lookup(last, 'A') ??
        this.lookup(last, 'AAAA');
      const next =
        record?.alias?.dnsName ??
        (record?.type === 'CNAME' ? record.values[0] : undefined);
      if (!next || chain.includes(normalDnsName(next))) break;
      chain.push(normalDnsName(next));
    }
    return chain;
  }

  /** Calls `listener` after each change of records. */
  onRecordsChanged(listener: () => void): void {
    this.#listeners.add(listener);
  }

  #newChange(accountId: string, comment?: string): ZoneChange {
    const { ids, clock, timings } = this.#context;
    const change = this.changes.add({
      ...this.#context.newRecord(
        globalScope(accountId),
        `C${ids.hex(20).toUpperCase()}`,
      ),
      state: 'PENDING',
      comment,
    });
    clock.schedule(timings.recordsInSync, () => {
      change.state = 'INSYNC';
    });
    return change;
  }

  #replaceRecords(zone: HostedZone, records: Map<string, RecordSet>): void {
    if (!zone.isPrivate) {
      for (const [name, text] of textsOf(zone.records)) {
        this.#dns.removeTxt(name, text);
      }
      for (const [name, text] of textsOf(records)) {
        this.#dns.publishTxt(name, text);
      }
    }
    zone.records = records;
    this.#context.announce('hosted-zone', zone.id, 'changed');
    for (const listener of this.#listeners) listener();
  }
}

function isInZone(name: string, zoneName: string): boolean {
  return name === zoneName || name.endsWith(`.${zoneName}`);
}

function findRecord(
  zone: HostedZone,
  name: string,
  type: string,
): RecordSet | undefined {
  const plain = zone.records.get(recordKey({ name, type }));
  if (plain) return plain;
  return [...zone.records.values()].find(
    record => record.name === name && record.type === type,
  );
}

/** Names and texts of TXT records; the quotes belong to the notation. */
function textsOf(records: Map<string, RecordSet>): [string, string][] {
  return [...records.values()]
    .filter(({ type }) => type === 'TXT')
    .flatMap(({ name, values }) =>
      values.map((value): [string, string] => [
        name,
        value.replace(/" "/g, '').replace(/^"|"$/g, ''),
      ]),
    );
}

function zoneNumber(id: string): number {
  return [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 900;
}

/** What Route 53 puts into each new zone. */
function firstRecords(zone: HostedZone): RecordSet[] {
  const [first] = zone.nameServers;
  return [
    {
      name: zone.name,
      type: 'NS',
      ttl: NAME_SERVER_TTL,
      values: zone.nameServers.map(server => `${server}.`),
    },
    {
      name: zone.name,
      type: 'SOA',
      ttl: 900,
      values: [
        `${first}. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400`,
      ],
    },
  ];
}
