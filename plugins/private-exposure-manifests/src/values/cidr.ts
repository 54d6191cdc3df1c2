import { z } from 'zod';
import { quoteForMessage } from './text';

/** The four bytes of an IPv4 address in its usual form; `undefined` for anything else. @internal */
export function parseIpv4(text: string): number[] | undefined {
  const parts = text.split('.');
  if (
    parts.length !== 4 ||
    !parts.every(part => /^(0|[1-9]\d{0,2})$/.test(part))
  ) {
    return undefined;
  }
  const bytes = parts.map(Number);
  return bytes.every(byte => byte <= 255) ? bytes : undefined;
}

function parseIpv6Groups(text: string): number[] | undefined {
  if (text === '') return [];
  const groups = text.split(':');
  return groups.every(group => /^[0-9a-fA-F]{1,4}$/.test(group))
    ? groups.map(group => parseInt(group, 16))
    : undefined;
}

/** The sixteen bytes of an IPv6 address without zone and embedded IPv4; `undefined` for anything else. @internal */
export function parseIpv6(text: string): number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = [
    parseIpv6Groups(halves[0]),
    parseIpv6Groups(halves[1] ?? ''),
  ];
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...new Array<number>(missing).fill(0), ...tail];
  return groups.flatMap(group => [Math.floor(group / 256), group % 256]);
}

/**
 * An IP network: its family, its address as bytes, and the number of leading bits that count.
 *
 * @public
 */
export interface Cidr {
  family: 'ipv4' | 'ipv6';
  bytes: number[];
  prefixLength: number;
}

/**
 * Reads a network such as `10.0.0.0/16` or `2001:db8::/32`; `undefined` where it is not one.
 *
 * @public
 */
export function parseCidr(text: string): Cidr | undefined {
  const match = /^([0-9a-fA-F.:]+)\/(0|[1-9]\d{0,2})$/.exec(text);
  if (!match) return undefined;
  const family = match[1].includes(':') ? 'ipv6' : 'ipv4';
  const bytes = family === 'ipv6' ? parseIpv6(match[1]) : parseIpv4(match[1]);
  const prefixLength = Number(match[2]);
  return bytes && prefixLength <= bytes.length * 8
    ? { family, bytes, prefixLength }
    : undefined;
}

/** Whether bits are set after the network's prefix: `10.0.0.1/16`. @public */
export function hasHostBits({ bytes, prefixLength }: Cidr): boolean {
  return bytes.some((byte, index) => {
    const counted = Math.min(Math.max(prefixLength - index * 8, 0), 8);
    return byte % 2 ** (8 - counted) !== 0;
  });
}

/** An IPv4 or IPv6 network without host bits. @public */
export const cidrSchema = z.string().superRefine((text, context) => {
  const cidr = parseCidr(text);
  if (!cidr || hasHostBits(cidr)) {
    context.addIssue({
      code: z.ZodIssueCode.custom,
      message: `must be a network such as '10.0.0.0/16', without bits after its prefix, not ${quoteForMessage(
        text,
      )}`,
    });
  }
});

/** An IPv4 address in its usual form. @public */
export const ipv4AddressSchema = z.string().superRefine((text, context) => {
  if (!parseIpv4(text)) {
    context.addIssue({
      code: z.ZodIssueCode.custom,
      message: `must be an IPv4 address such as '10.0.0.4', not ${quoteForMessage(
        text,
      )}`,
    });
  }
});
