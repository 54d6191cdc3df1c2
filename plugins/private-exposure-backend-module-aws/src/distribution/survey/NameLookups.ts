import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { MOST_CALLS } from '../../clients/readOneOrAll';
import type { Looker } from '../../clients/ScopeMemory';
import {
  type CallableScope,
  LOOKS_AT_ONCE,
} from '../../inspection/InspectionContext';
import { lookElsewhere, mapSeen } from '../../inspection/look';
import type { Seen } from '../../inspection/Seen';
import type { SurveyContext } from '../../kinds/AwsKind';
import { nearestZone, readZones, type Zone } from '../inspection/findZone';
import {
  callsForRecords,
  readListedTargets,
  wereRecordsRead,
} from '../inspection/readZone';

/**
 * Where records lead, as a survey reads them: out of what is remembered of a zone, or else anew. So a zone that many
 * accounts have names in is read once in the time that a listing is kept, and a scope that is surveyed often does not use
 * up the calls that Route 53 grants its account.
 *
 * @internal
 */
export class NameLookups {
  readonly #context: SurveyContext;
  readonly #looker: Looker;
  readonly #zones = new Map<string, Promise<Seen<Zone[]>>>();
  readonly #withinReach = new Map<string, boolean>();
  readonly #unreadable = new Map<string, Seen<never>>();
  #calls = 0;

  /** Makes no call. */
  constructor(context: SurveyContext) {
    this.#context = context;
    this.#looker = { signal: context.signal, since: -Infinity };
  }

  /**
   * What the records of a name point at, in order; nothing if its hosted zone has none. `undefined` if no hosted zone of
   * ours is for it, or if that one would take too many calls: then only inspections look.
   *
   * @param name - Without a dot at the end.
   */
  async targetsOf(name: string): Promise<Seen<string[] | undefined>> {
    const found = await this.#zoneOf(name);
    if (found.type === 'unseen') return found;
    const zone = found.value;
    if (!zone || !this.#isWithinReach(zone)) {
      return { type: 'seen', value: undefined };
    }
    return this.#readTargets(zone, name);
  }

  /** As inspections do: that of the account itself, or else the nearest of another one. */
  async #zoneOf(name: string): Promise<Seen<Zone | undefined>> {
    const nearest = async (place: CallableScope) =>
      mapSeen(await this.#zonesOf(place), zones => nearestZone(zones, name));
    const own = await nearest(this.#context);
    if (own.type === 'seen' && own.value) return own;
    const others = this.#context
      .everywhere('global')
      .filter(({ scope }) => scope.id !== this.#context.scope.id);
    const all = [own, ...(await mapWithLimit(others, LOOKS_AT_ONCE, nearest))];
    const [value] = all
      .flatMap(zone => (zone.type === 'seen' && zone.value ? [zone.value] : []))
      .sort((a, b) => b.name.length - a.name.length);
    const blind = all.find(({ type }) => type === 'unseen');
    return !value && blind ? blind : { type: 'seen', value };
  }

  #zonesOf(place: CallableScope): Promise<Seen<Zone[]>> {
    const { id, accountId } = place.scope;
    const { signal } = this.#context;
    const known = this.#zones.get(id);
    if (known) return known;
    const zones = lookElsewhere({ accountId, signal }, () =>
      readZones(place, this.#looker),
    );
    this.#zones.set(id, zones);
    return zones;
  }

  /** One survey reads no more than this of all zones together. */
  #isWithinReach(zone: Zone): boolean {
    const known = this.#withinReach.get(zone.zoneId);
    if (known !== undefined) return known;
    const calls = callsForRecords(zone);
    const isWithin = this.#calls + calls <= MOST_CALLS;
    if (isWithin) this.#calls += calls;
    this.#withinReach.set(zone.zoneId, isWithin);
    return isWithin;
  }

  async #readTargets(zone: Zone, name: string): Promise<Seen<string[]>> {
    // Asked in vain for one name, it is not asked for the others.
    const failed = this.#unreadable.get(zone.zoneId);
    if (failed) return failed;
    const { accountId } = zone.place.scope;
    const { signal } = this.#context;
    const records = await lookElsewhere({ accountId, signal }, () =>
      readListedTargets(zone, name, this.#looker),
    );
    if (records.type === 'unseen') this.#unreadable.set(zone.zoneId, records);
    if (records.type === 'seen' && !records.value) {
      return this.#withoutRecord(zone);
    }
    return mapSeen(records, (targets = []) => [...targets].sort());
  }

  /** A name that is not among a zone's records has none, unless it was made after these were read. */
  #withoutRecord(zone: Zone): Seen<string[]> {
    if (wereRecordsRead(zone, this.#context))
      return { type: 'seen', value: [] };
    const { accountId } = zone.place.scope;
    const message = `The records of '${zone.name}' were read before the survey began`;
    return { type: 'unseen', blind: { accountId, message } };
  }
}
