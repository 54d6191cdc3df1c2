import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import {
  type InspectionContext,
  LOOKS_AT_ONCE,
} from '../../inspection/InspectionContext';
import { look, lookElsewhere, seenOr } from '../../inspection/look';
import type { Seen } from '../../inspection/Seen';
import type { InspectedName, NameRecords } from './DistributionInspection';
import {
  agreedRecords,
  knownElsewhere,
  nearestZones,
  otherZonePlaces,
  readZones,
  seeZones,
} from './findZones';
import { canonicalHost } from './hostNames';
import { readZone } from './readZone';

/** How long an inspection waits for the hosted zones of other accounts, in milliseconds. */
const OTHER_ACCOUNTS_MS = 20_000;

/**
 * Reads the records of names out of the nearest hosted zones of our accounts.
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
  const own = await look(() => readZones(context, context));
  const limit = AbortSignal.any([
    context.signal,
    AbortSignal.timeout(OTHER_ACCOUNTS_MS),
  ]);
  const others = await mapWithLimit(
    otherZonePlaces(context),
    LOOKS_AT_ONCE,
    place => seeZones(place, context, limit),
  );
  const all = [own, ...others];
  const zones = nearestZones(
    all.flatMap(one => seenOr(one) ?? []),
    name,
  );
  const answers = await mapWithLimit(zones, LOOKS_AT_ONCE, zone => {
    const read = () => readZone(zone, name, context);
    const { scope } = zone.place;
    const other = { accountId: scope.accountId, signal: context.signal };
    return scope.id === context.scope.id
      ? look(read)
      : lookElsewhere(other, read);
  });
  return agreedRecords(answers, knownElsewhere(all));
}
