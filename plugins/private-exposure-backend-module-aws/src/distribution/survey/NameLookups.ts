import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { MOST_CALLS } from '../../clients/readOneOrAll';
import { LOOKS_AT_ONCE } from '../../inspection/InspectionContext';
import { lookElsewhere, seenOr } from '../../inspection/look';
import type { Seen } from '../../inspection/Seen';
import type { SurveyContext } from '../../kinds/AwsKind';
import { TimeLimit } from '../../survey/TimeLimit';
import type { NameRecords } from '../inspection/DistributionInspection';
import {
  agreedRecords,
  knownElsewhere,
  nearestZones,
  otherZonePlaces,
  seeZones,
  type Zone,
} from '../inspection/findZones';
import { isNamedByCloud } from '../inspection/hostNames';
import { callsForRecords, readListedZone } from '../inspection/readZone';

/** How long a survey waits for the hosted zones of all accounts, in milliseconds: one may not answer. */
const ZONES_MS = 8_000;

/** How long a survey waits for all records, in milliseconds: as many calls as it makes at the rate of Route 53. */
const RECORDS_MS = 14_000;

/**
 * Where records lead, as a survey reads them: out of what is remembered of a zone, or else anew. So a zone that many
 * accounts have names in is read once in the time that a listing is kept, and a scope that is surveyed often does not use
 * up the calls that Route 53 grants its account. What is not read in time counts as unseen.
 *
 * @internal
 */
export class NameLookups {
  readonly #context: SurveyContext;
  readonly #zonesLimit: TimeLimit;
  readonly #recordsLimit: TimeLimit;
  readonly #withinReach = new Map<string, boolean>();
  readonly #unreadable = new Map<string, Seen<never>>();
  #zones: Promise<Array<Seen<Zone[]>>> | undefined;
  #calls = 0;

  /** Makes no call. */
  constructor(context: SurveyContext) {
    this.#context = context;
    this.#zonesLimit = new TimeLimit(ZONES_MS, context.signal);
    this.#recordsLimit = new TimeLimit(RECORDS_MS, context.signal);
  }

  /**
   * What the nearest hosted zone of ours has of each of some names, in order. `undefined` if no zone of ours answers for it,
   * if nobody knows which of several does, or if that would take too many calls: then only inspections look.
   *
   * @param names - All of a page, without a dot at the end: which zones are read depends on them together, not on which
   * answers first.
   */
  async recordsOf(
    names: readonly string[],
  ): Promise<ReadonlyMap<string, Seen<NameRecords | undefined>>> {
    const asked = names.filter(name => !isNamedByCloud(name));
    if (asked.length === 0) return new Map();
    this.#zones ??= this.#seeZones();
    const all = await this.#zones;
    const zones = all.flatMap(one => seenOr(one) ?? []);
    const others = knownElsewhere(all);
    const nearest = new Map(
      asked.map(name => [name, nearestZones(zones, name)]),
    );
    this.#admit([...nearest.values()].flat());
    const found = new Map<string, Seen<NameRecords | undefined>>();
    await mapWithLimit([...nearest], LOOKS_AT_ONCE, async ([name, around]) => {
      const answers = await this.#readZones(around, name);
      found.set(name, agreedRecords(answers, others));
    });
    return found;
  }

  /** Of all accounts, for a nearer zone of another one goes before one of the account itself. */
  #seeZones(): Promise<Array<Seen<Zone[]>>> {
    const places = [this.#context, ...otherZonePlaces(this.#context)];
    const looker = { signal: this.#context.signal, since: -Infinity };
    const limit = this.#zonesLimit;
    return limit.within(() =>
      mapWithLimit(places, LOOKS_AT_ONCE, place =>
        seeZones(place, looker, limit.signal),
      ),
    );
  }

  /** One survey reads no more than this of all zones together, the small ones first, in the same order each time. */
  #admit(zones: readonly Zone[]): void {
    const undecided = new Map(
      zones
        .filter(({ zoneId }) => !this.#withinReach.has(zoneId))
        .map(zone => [zone.zoneId, callsForRecords(zone)]),
    );
    const inOrder = [...undecided].sort(
      ([id, calls], [otherId, otherCalls]) =>
        calls - otherCalls || (id < otherId ? -1 : 1),
    );
    for (const [zoneId, calls] of inOrder) {
      const isWithin = this.#calls + calls <= MOST_CALLS;
      if (isWithin) this.#calls += calls;
      this.#withinReach.set(zoneId, isWithin);
    }
  }

  #readZones(
    zones: readonly Zone[],
    name: string,
  ): Promise<Array<Seen<NameRecords | undefined>>> {
    return mapWithLimit(zones, LOOKS_AT_ONCE, async zone =>
      this.#withinReach.get(zone.zoneId)
        ? this.#readZone(zone, name)
        : { type: 'seen', value: undefined },
    );
  }

  async #readZone(
    zone: Zone,
    name: string,
  ): Promise<Seen<NameRecords | undefined>> {
    // Asked in vain for one name, it is not asked for the others.
    const failed = this.#unreadable.get(zone.zoneId);
    if (failed) return failed;
    const { accountId } = zone.place.scope;
    const limit = this.#recordsLimit;
    const looker = { signal: limit.signal, since: -Infinity };
    const records = await limit.within(() =>
      lookElsewhere({ accountId, signal: this.#context.signal }, () =>
        readListedZone(zone, name, looker),
      ),
    );
    if (records.type === 'unseen') this.#unreadable.set(zone.zoneId, records);
    return records;
  }
}
