/**
 * A new key for one dialog, so that sending twice stores one decision.
 *
 * @remarks
 * `crypto.randomUUID` is missing on pages without HTTPS, which some portals are; `getRandomValues` never is.
 *
 * @internal
 */
export function createIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
