import { createHash } from 'node:crypto';

/**
 * The first hexadecimal digits of a text's SHA-256, of which controllers make names.
 * @internal
 */
export function hashOf(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
