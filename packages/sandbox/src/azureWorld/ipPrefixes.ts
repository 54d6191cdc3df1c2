import { addressAt, cidrContains, cidrSize } from '../world/addresses';
import { AzureFault } from './AzureFault';

const PREFIX = /^(\d{1,3})(\.\d{1,3}){3}\/\d{1,2}$/;

function requirePrefix(prefix: string): void {
  const [address, bits] = prefix.split('/');
  const isSound =
    PREFIX.test(prefix) &&
    Number(bits) <= 32 &&
    address.split('.').every(part => Number(part) <= 255);
  if (isSound) return;
  throw new AzureFault(
    'InvalidAddressPrefixFormat',
    `Address prefix ${prefix} has invalid format.`,
    { details: [] },
  );
}

/** How many addresses a prefix has. @internal */
export function sizeOf(prefix: string): number {
  requirePrefix(prefix);
  return cidrSize(prefix);
}

/** Whether an address lies in a prefix. @internal */
export function contains(prefix: string, address: string): boolean {
  requirePrefix(prefix);
  return cidrContains(prefix, address);
}

/** The first address of a prefix. @internal */
export function firstAddress(prefix: string): string {
  return offsetAddress(prefix, 0);
}

/** The address at a distance from the start of a prefix. @internal */
export function offsetAddress(prefix: string, offset: number): string {
  requirePrefix(prefix);
  return addressAt(prefix, offset);
}
