import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * What stands for a value that somebody gives when the object is created: its uid, node ports, and the names made of
 * them.
 *
 * @public
 */
export const ALLOCATED = '<allocated>';

/** Lower-case hexadecimal SHA-256 of the parts, one after the other. @internal */
export function hashParts(parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(parts.join(''))));
}

/** Drops what Go's `[[:^alnum:]]` matches. @internal */
export function keepAlphanumerics(text: string): string {
  return text.replace(/[^0-9A-Za-z]/g, '');
}

/**
 * The name that the AWS Load Balancer Controller gives to what it makes for a Service, and for an Ingress without a group:
 * `k8s-<namespace>-<name>-<hash>`, the first two cut at 8 letters, the hash at 10.
 *
 * @remarks From `buildLoadBalancerName` and its likes in `pkg/service`, version 3.5.
 *
 * @param hashed - What the hash is made of, in order. Where one is {@link ALLOCATED}, the hash is too.
 *
 * @public
 */
export function nameLbcResource(options: {
  namespace: string;
  name: string;
  hashed: readonly string[];
}): string {
  const { namespace, name, hashed } = options;
  const hash = hashed.includes(ALLOCATED)
    ? ALLOCATED
    : hashParts(hashed).slice(0, 10);
  const [first, second] = [namespace, name].map(part =>
    keepAlphanumerics(part).slice(0, 8),
  );
  return `k8s-${first}-${second}-${hash}`;
}
