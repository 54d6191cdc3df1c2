import { Request, RequestHandler } from 'express';
import { AuthenticationError } from '@backstage/errors';
import { GitHost } from '../GitHost';

/**
 * Lets only requests with a known token pass, and keeps the token's login for the routes.
 * @internal
 */
export function authenticate(host: GitHost): RequestHandler {
  return (request, response, next) => {
    const token = readToken(request);
    const login = token === undefined ? undefined : host.loginOfToken(token);
    if (!login) {
      const message = token ? 'Bad credentials' : 'Requires authentication';
      next(new AuthenticationError(message));
      return;
    }
    response.locals.login = login;
    // Octokit takes a token with scopes for a user's, one without for an app's.
    response.setHeader('X-OAuth-Scopes', 'repo');
    next();
  };
}

/**
 * The token of a request: as a bearer, in GitHub's old form, or as the password of git over HTTP.
 * @internal
 */
export function readToken(request: Request): string | undefined {
  const header = request.header('authorization') ?? '';
  const [scheme, value = ''] = header.split(' ');
  switch (scheme.toLowerCase()) {
    case 'bearer':
    case 'token':
      return value || undefined;
    case 'basic':
      return (
        Buffer.from(value, 'base64').toString('utf8').split(':')[1] || undefined
      );
    default:
      return undefined;
  }
}
