import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';

/**
 * Refuses texts with a NUL character, which PostgreSQL cannot hold and nobody types.
 *
 * @internal
 */
export function refuseNul(): RequestHandler {
  return (req, _res, next) => {
    const isInAddress = req.originalUrl.includes('%00');
    if (!isInAddress && !holdsNul(req.body)) {
      next();
      return;
    }
    const place = isInAddress ? 'address' : 'body';
    next(
      new InputError(`The ${place} must not contain a NUL character (U+0000)`),
    );
  };
}

function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some(holdsNul)
  );
}
