import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';

/**
 * Refuses texts with a NUL character, which PostgreSQL cannot hold and nobody types.
 *
 * @internal
 */
export function refuseNul(): RequestHandler {
  return (req, _res, next) => {
    const field =
      findNul(req.body, 'request/body') ??
      findNul(req.query, 'request/query') ??
      // Paths are decoded by the routes, each for itself.
      (req.originalUrl.includes('%00') ? 'The address' : undefined);
    if (field === undefined) {
      next();
      return;
    }
    next(
      new InputError(
        `${field} must not contain a NUL character (U+0000); leave it out`,
      ),
    );
  };
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
