import { type AddressRange, parseCidr } from './cidr';

/** How much of something ranges let in. @internal */
export type Coverage = 'all' | 'some' | 'none';

/**
 * How much of a network's ranges is in the union of others. Ranges that meet or overlap count as one, so two halves
 * cover a whole. What is no range is left out on either side.
 *
 * @param network - At least one range in CIDR notation, of either version.
 * @internal
 */
export function coverageOf(
  network: readonly string[],
  open: readonly string[],
): Coverage {
  const union = mergeRanges(open);
  const parts = network.flatMap(cidr => parseCidr(cidr) ?? []);
  const isWithin = (part: AddressRange) =>
    union.some(
      range =>
        range.family === part.family &&
        range.first <= part.first &&
        part.last <= range.last,
    );
  const isTouched = (part: AddressRange) =>
    union.some(
      range =>
        range.family === part.family &&
        range.first <= part.last &&
        part.first <= range.last,
    );
  if (parts.every(isWithin)) return 'all';
  return parts.some(isTouched) ? 'some' : 'none';
}

function mergeRanges(cidrs: readonly string[]): AddressRange[] {
  const merged: AddressRange[] = [];
  const ranges = cidrs.flatMap(cidr => parseCidr(cidr) ?? []);
  for (const range of ranges.sort(byPlace)) {
    const last = merged[merged.length - 1];
    if (last?.family === range.family && range.first <= last.last + 1n) {
      if (range.last > last.last) last.last = range.last;
    } else {
      merged.push({ ...range });
    }
  }
  return merged;
}

function byPlace(one: AddressRange, other: AddressRange): number {
  if (one.family !== other.family) return one.family < other.family ? -1 : 1;
  if (one.first === other.first) return 0;
  return one.first < other.first ? -1 : 1;
}
