import { InputError } from '@backstage/errors';

/**
 * Refuses texts with a NUL character, which PostgreSQL cannot hold and nobody types.
 *
 * @param path - where the value was sent, for the message
 * @throws InputError that names the field
 * @internal
 */
export function requireNoNul(value: unknown, path: string): void {
  const field = findNul(value, path);
  if (field === undefined) return;
  throw new InputError(
    `${field} must not contain a NUL character (U+0000); leave it out`,
  );
}

/** The path to the first text, or name of a field, with a NUL character. */
function findNul(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = findNul(name, path) ?? findNul(inner, `${path}/${name}`);
    if (found) return found;
  }
  return undefined;
}
