import { BlockList, isIP } from 'node:net';

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
  // A range that begins inside a bigger or equal one, aligned as all ranges are, ends inside it too.
  if (other.prefix < outer.prefix || other.family !== outer.family) {
    return false;
  }
  const list = new BlockList();
  list.addSubnet(outer.address, outer.prefix, outer.family);
  return list.check(other.address, other.family);
}

interface Cidr {
  address: string;
  prefix: number;
  family: 'ipv4' | 'ipv6';
}

function parseCidr(text: string): Cidr | undefined {
  const [address, length] = text.split('/');
  const version = isIP(address);
  if (version === 0) return undefined;
  const longest = version === 4 ? 32 : 128;
  const prefix = length === undefined ? longest : Number(length);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > longest) {
    return undefined;
  }
  return { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' };
}
