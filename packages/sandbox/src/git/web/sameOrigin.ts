import { RequestHandler } from 'express';
import { NotAllowedError } from '@backstage/errors';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?$/;

/**
 * Lets a form's POST pass only if the browser says that it comes from the same page, and any request
 * only for a loopback host name, so that no other site can act or read through the user's browser
 * (neither by a form nor by a DNS name that it points at this machine).
 * @internal
 */
export function requireSameOrigin(): RequestHandler {
  return (request, _response, next) => {
    const host = request.header('host') ?? '';
    if (!LOOPBACK.test(host)) {
      next(new NotAllowedError(`The host '${host}' is not a loopback address`));
      return;
    }
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead || originHost(request.header('origin')) === host) {
      next();
      return;
    }
    next(new NotAllowedError('The form was not sent from this page'));
  };
}

function originHost(origin: string | undefined): string | undefined {
  return origin && URL.canParse(origin) ? new URL(origin).host : undefined;
}
