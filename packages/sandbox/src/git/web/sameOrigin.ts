import { NotAllowedError } from '@backstage/errors';
import { RequestHandler } from 'express';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?$/;

/**
 * Answers only at loopback names: a web page elsewhere could otherwise point a name of its own at this
 * machine, and read the pages or use the well-known token.
 * @internal
 */
export function requireLoopbackHost(): RequestHandler {
  return (request, response, next) => {
    const host = request.header('host') ?? '';
    if (LOOPBACK.test(host)) {
      next();
      return;
    }
    const message = `The host '${host}' is not a loopback address`;
    response.status(403).json({ message });
  };
}

/**
 * Lets a form's POST pass only if the browser says that it comes from the same page, so that no other
 * site can act through the user's browser.
 * @internal
 */
export function requireSameOrigin(): RequestHandler {
  return (request, _response, next) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (
      isRead ||
      originHost(request.header('origin')) === request.header('host')
    ) {
      next();
      return;
    }
    next(new NotAllowedError('The form was not sent from this page'));
  };
}

function originHost(origin: string | undefined): string | undefined {
  return origin && URL.canParse(origin) ? new URL(origin).host : undefined;
}
