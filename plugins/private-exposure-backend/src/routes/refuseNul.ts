import type { RequestHandler } from 'express';
import { requireNoNul } from '../schema/requireNoNul';

/**
 * Refuses requests with a NUL character in any place.
 *
 * @internal
 */
export function refuseNul(): RequestHandler {
  return (req, _res, next) => {
    requireNoNul(req.body, 'request/body');
    requireNoNul(req.query, 'request/query');
    // Paths are decoded by the routes, each for itself.
    requireNoNul(req.originalUrl.replaceAll('%00', '\0'), 'The address');
    next();
  };
}
