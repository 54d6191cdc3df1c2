import { isIP } from 'node:net';

/** The addresses from one to another, as numbers. @internal */
export interface AddressRange {
  /** Which of the two counts it is. */
  family: 'ipv4' | 'ipv6';
  /** Its first address. */
  first: bigint;
  /** Its last address, which is part of it. */
  last: bigint;
}

/**
 * Whether an address range contains an address or the whole of another range. What is no address, such as an instance
 * id, is in no range.
 *
 * @internal
 */
export function cidrContains(range: string, inner: string): boolean {
  const outer = parseCidr(range);
  const other = parseCidr(inner);
  if (!outer || !other) return false;
  return (
    outer.family === other.family &&
    outer.first <= other.first &&
    other.last <= outer.last
  );
}

/**
 * An address or a range in CIDR notation, from first to last; `undefined` for what is neither. Bits behind the prefix
 * are left out.
 *
 * @internal
 */
export function parseCidr(text: string): AddressRange | undefined {
  const [address, length] = text.split('/');
  const version = isIP(address);
  // An address with a zone, such as fe80::1%eth0, is in no range that a cloud knows.
  if (version === 0 || address.includes('%')) return undefined;
  const bits = version === 4 ? 32 : 128;
  const prefix = length === undefined ? bits : Number(length);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > bits) {
    return undefined;
  }
  const size = 2n ** BigInt(bits - prefix);
  const number = version === 4 ? numberOf4(address) : numberOf6(address);
  const first = number - (number % size);
  return {
    family: version === 4 ? 'ipv4' : 'ipv6',
    first,
    last: first + size - 1n,
  };
}

function numberOf4(address: string): bigint {
  return join(address.split('.').map(Number), 8n);
}

function numberOf6(address: string): bigint {
  const [before, after] = address.split('::').map(groupsOf);
  const missing = 8 - before.length - (after?.length ?? 0);
  const zeros = after ? Array<number>(missing).fill(0) : [];
  return join([...before, ...zeros, ...(after ?? [])], 16n);
}

/** Groups of sixteen bits; the last two may stand as an IPv4 address. */
function groupsOf(part: string): number[] {
  if (part === '') return [];
  return part.split(':').flatMap(group => {
    if (!group.includes('.')) return Number.parseInt(group, 16);
    const tail = Number(numberOf4(group));
    return [Math.floor(tail / 0x10000), tail % 0x10000];
  });
}

function join(groups: readonly number[], bits: bigint): bigint {
  return groups.reduce((sum, group) => sum * 2n ** bits + BigInt(group), 0n);
}
