import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import {
  type InspectionContext,
  LOOKS_AT_ONCE,
} from '../../inspection/InspectionContext';
import { look, lookElsewhere } from '../../inspection/look';
import type { Seen } from '../../inspection/Seen';
import type { InspectedName, NameRecords } from './DistributionInspection';
import { findZone } from './findZone';
import { canonicalHost } from './hostNames';
import { readZone } from './readZone';

/**
 * Reads the records of names out of the hosted zones of our accounts, that of the exposure first.
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
  const own = await look(() => findZone(context, name, context));
  if (own.type === 'seen' && own.value) {
    const zone = own.value;
    return look(() => readZone(zone, name, context));
  }
  const others = context
    .everywhere('global')
    .filter(({ scope }) => scope.id !== context.scope.id);
  const zones = await mapWithLimit(others, LOOKS_AT_ONCE, place => {
    const other = { accountId: place.scope.accountId, signal: context.signal };
    return lookElsewhere(other, () => findZone(place, name, context));
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
    return lookElsewhere(other, () => readZone(zone, name, context));
  }
  // Somewhere that nobody let us look the zone may be.
  const blind = [own, ...zones].find(({ type }) => type === 'unseen');
  return blind?.type === 'unseen' ? blind : { type: 'seen', value: undefined };
}
