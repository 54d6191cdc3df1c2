import { Cidr } from './cidr';
import { GoAddress } from './goAddress';

/** Whether an address lies in a network, as Go's `netip.Prefix.Contains` has it: no IPv4 in IPv6, no zones. @internal */
export function networkHolds(network: Cidr, address: GoAddress): boolean {
  if (network.family !== address.family || address.zone !== '') return false;
  return address.bytes.every((byte, index) => {
    const counted = Math.min(Math.max(network.prefixLength - index * 8, 0), 8);
    const size = 2 ** (8 - counted);
    return Math.floor(byte / size) === Math.floor(network.bytes[index] / size);
  });
}
