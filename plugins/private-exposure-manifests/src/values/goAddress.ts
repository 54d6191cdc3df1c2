import { hasHostBits, parseIpv4, parseIpv6 } from './cidr';
import { parseGoInteger, quoteGo } from './goParsers';

/** An IP address as Go's `net/netip` holds it. @public */
export interface GoAddress {
  /** An IPv4 address that is written as IPv6 (`::ffff:10.0.0.1`) is an IPv6 address. */
  family: 'ipv4' | 'ipv6';
  bytes: readonly number[];
  /** What stands behind `%`; empty for none. */
  zone: string;
}

/** A network without host bits, in the form that Go prints. @public */
export interface GoPrefix {
  family: 'ipv4' | 'ipv6';
  prefixLength: number;
  /** Such as `10.0.0.0/16` or `2001:db8::/32`. */
  text: string;
}

/** Turns `::ffff:10.0.0.1` into `::ffff:a00:1`; text without a dot stays as it is. */
function withoutEmbeddedIpv4(text: string): string | undefined {
  const colon = text.lastIndexOf(':');
  if (!text.includes('.', colon + 1)) return text;
  const bytes = parseIpv4(text.slice(colon + 1));
  if (!bytes) return undefined;
  const [high, low] = [bytes[0] * 256 + bytes[1], bytes[2] * 256 + bytes[3]];
  return `${text.slice(0, colon + 1)}${high.toString(16)}:${low.toString(16)}`;
}

/**
 * Reads an address as Go's `netip.ParseAddr` does; `undefined` where that fails.
 *
 * @public
 */
export function parseGoAddress(text: string): GoAddress | undefined {
  if (!text.includes(':')) {
    const bytes = parseIpv4(text);
    return bytes && { family: 'ipv4', bytes, zone: '' };
  }
  const percent = text.indexOf('%');
  if (percent >= 0 && percent === text.length - 1) return undefined;
  const address = percent < 0 ? text : text.slice(0, percent);
  const groups = withoutEmbeddedIpv4(address);
  const bytes = groups === undefined ? undefined : parseIpv6(groups);
  return (
    bytes && {
      family: 'ipv6',
      bytes,
      zone: percent < 0 ? '' : text.slice(percent + 1),
    }
  );
}

/** Whether the first twelve bytes say that the address is an IPv4 address in IPv6 form. */
function isIpv4InIpv6(bytes: readonly number[]): boolean {
  return bytes
    .slice(0, 12)
    .every((byte, index) => byte === (index < 10 ? 0 : 255));
}

/**
 * Whether Go's `net.ParseIP(text).To4()` gives an address. True for `::ffff:10.0.0.1` too; zones make it fail.
 *
 * @public
 */
export function isGoIpv4(text: string): boolean {
  const address = parseGoAddress(text);
  if (!address || address.zone !== '') return false;
  return address.family === 'ipv4' || isIpv4InIpv6(address.bytes);
}

/** Where the longest run of zero groups starts and ends; a single zero group is no run. */
function findZeroRun(groups: readonly number[]): [number, number] {
  let best: [number, number] = [0, 0];
  for (let start = 0; start < groups.length; start += 1) {
    let end = start;
    while (end < groups.length && groups[end] === 0) end += 1;
    if (end - start >= 2 && end - start > best[1] - best[0])
      best = [start, end];
  }
  return best;
}

/** Writes an address as Go does: lower case, the longest run of zeros as `::`. @public */
export function formatGoAddress(address: GoAddress): string {
  const { family, bytes, zone } = address;
  if (family === 'ipv4') return bytes.join('.');
  const suffix = zone === '' ? '' : `%${zone}`;
  if (isIpv4InIpv6(bytes))
    return `::ffff:${bytes.slice(12).join('.')}${suffix}`;
  const groups = Array.from(
    { length: 8 },
    (_, index) => bytes[index * 2] * 256 + bytes[index * 2 + 1],
  );
  const [start, end] = findZeroRun(groups);
  const hex = groups.map(group => group.toString(16));
  const text =
    end === 0
      ? hex.join(':')
      : `${hex.slice(0, start).join(':')}::${hex.slice(end).join(':')}`;
  return `${text}${suffix}`;
}

/** The network that an address and a length lie in, as Go prints it. */
function formatMasked(address: GoAddress, prefixLength: number): string {
  const bytes = address.bytes.map((byte, index) => {
    const counted = Math.min(Math.max(prefixLength - index * 8, 0), 8);
    return byte - (byte % 2 ** (8 - counted));
  });
  return `${formatGoAddress({ ...address, bytes })}/${prefixLength}`;
}

function parsePrefixLength(text: string): number | undefined {
  return /^(0|[1-9]\d*)$/.test(text) ? parseGoInteger(text) : undefined;
}

/**
 * Reads a network as the Azure cloud provider does: Go's `netip.ParsePrefix`, and no bits after the prefix.
 *
 * @remarks From `pkg/util/iputil/prefix.go` of cloud-provider-azure and Go's `net/netip`.
 *
 * @returns The network, or why it is none, in the controller's words.
 *
 * @public
 */
export function parseMaskedPrefix(
  text: string,
): GoPrefix | { problem: string } {
  const fail = (why: string) => ({
    problem: `invalid CIDR \`${text}\`: netip.ParsePrefix(${quoteGo(
      text,
    )}): ${why}`,
  });
  const slash = text.lastIndexOf('/');
  if (slash < 0) return fail(`no '/'`);
  const [addressText, lengthText] = [
    text.slice(0, slash),
    text.slice(slash + 1),
  ];
  const address = parseGoAddress(addressText);
  if (!address)
    return fail(`ParseAddr(${quoteGo(addressText)}): unable to parse IP`);
  if (address.zone !== '')
    return fail('IPv6 zones cannot be present in a prefix');
  const prefixLength = parsePrefixLength(lengthText);
  if (prefixLength === undefined)
    return fail(`bad bits after slash: ${quoteGo(lengthText)}`);
  if (prefixLength > address.bytes.length * 8)
    return fail('prefix length out of range');
  const masked = formatMasked(address, prefixLength);
  const { family } = address;
  return hasHostBits({ family, bytes: [...address.bytes], prefixLength })
    ? {
        problem: `invalid CIDR \`${text}\`: not a valid network prefix, should be properly masked like ${masked}`,
      }
    : { family, prefixLength, text: masked };
}

/**
 * Reads a network as Kubernetes does for `loadBalancerSourceRanges`: bits after the prefix don't count, and zeros in front
 * of a part of an IPv4 address neither.
 *
 * @remarks From `ParseCIDRSloppy` in `net` of kubernetes/utils.
 *
 * @returns The network as Go prints it; `undefined` for what is none.
 *
 * @public
 */
export function parseSloppyNetwork(text: string): string | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const [part, length] = [text.slice(0, slash), text.slice(slash + 1)];
  const isIpv4 = !part.includes(':');
  const address = parseGoAddress(
    isIpv4 ? part.replace(/(^|\.)0+(?=\d)/g, '$1') : part,
  );
  if (!address || address.zone !== '' || !/^0*\d{1,3}$/.test(length))
    return undefined;
  const prefixLength = Number(length);
  return prefixLength <= address.bytes.length * 8
    ? formatMasked(address, prefixLength)
    : undefined;
}
