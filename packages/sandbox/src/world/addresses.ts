import { AwsFault } from './AwsFault';

function toNumber(address: string): number {
  return address
    .split('.')
    .reduce((value, part) => value * 256 + Number(part), 0);
}

function toAddress(value: number): string {
  return [24, 16, 8, 0]
    .map(bits => Math.floor(value / 2 ** bits) % 256)
    .join('.');
}

function parseCidr(cidr: string): { first: number; size: number } {
  const match = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(cidr);
  const bits = match ? Number(match[2]) : NaN;
  const tooLarge = match?.[1].split('.').some(part => Number(part) > 255);
  if (!match || tooLarge || bits > 32) {
    throw new AwsFault(
      'InvalidParameterValue',
      `Value (${cidr}) for parameter cidrBlock is invalid. This is not a valid CIDR block.`,
    );
  }
  return { first: toNumber(match[1]), size: 2 ** (32 - bits) };
}

/** How many addresses a CIDR block has. @internal */
export function cidrSize(cidr: string): number {
  return parseCidr(cidr).size;
}

/** Whether an IPv4 address lies in a CIDR block. @internal */
export function cidrContains(cidr: string, address: string): boolean {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return false;
  const { first, size } = parseCidr(cidr);
  const value = toNumber(address);
  return value >= first && value < first + size;
}

/** The address at an offset from the start of a block. @internal */
export function addressAt(cidr: string, offset: number): string {
  return toAddress(parseCidr(cidr).first + offset);
}

/** The `index`th block of 2^(32-bits) addresses inside a larger block. @internal */
export function subBlock(cidr: string, bits: number, index: number): string {
  return `${toAddress(
    parseCidr(cidr).first + index * 2 ** (32 - bits),
  )}/${bits}`;
}
