import { createHash } from 'node:crypto';

/**
 * A fingerprint of what was said, whatever the order in which an object names its parts. Lists keep their order.
 *
 * @internal
 */
export function surveyHash(value: unknown): string {
  return createHash('sha256')
    .update(stableText(value))
    .digest('base64url')
    .slice(0, 27);
}

function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const parts = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => `${JSON.stringify(key)}:${stableText(part)}`);
    return `{${parts.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
