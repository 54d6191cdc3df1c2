import { RequestHandler, Request, Response } from 'express';
import { InputError } from '@backstage/errors';
import { GitHost, HostedRepository } from '../GitHost';
import { Links } from './links';

/**
 * What every route of the API is made with.
 * @internal
 */
export interface RestContext {
  host: GitHost;
  links: Links;
}

/**
 * Makes an Express handler of an asynchronous one, errors included.
 * @internal
 */
export function route(
  handle: (request: Request, response: Response) => Promise<void>,
): RequestHandler {
  return (request, response, next) => {
    handle(request, response).catch(next);
  };
}

/**
 * The repository that the request's path names.
 * @throws NotFoundError if there is none.
 * @internal
 */
export function repositoryOf(
  host: GitHost,
  request: Request,
): HostedRepository {
  const name = request.params.repo.replace(/\.git$/, '');
  return host.repository(`${request.params.owner}/${name}`);
}

/**
 * The login that the request's token belongs to; set by `authenticate`.
 * @internal
 */
export function loginOf(response: Response): string {
  return String(response.locals.login);
}

/**
 * A string of a request's body.
 * @throws InputError if it is there and not a string, or missing without a fallback.
 * @internal
 */
export function stringField(
  body: unknown,
  field: string,
  fallback?: string,
): string {
  const value = recordOf(body)[field] ?? fallback;
  if (typeof value !== 'string') {
    throw new InputError(`'${field}' must be a string`);
  }
  return value;
}

/**
 * A list of strings of a request's body; missing means empty.
 * @throws InputError if it is anything else.
 * @internal
 */
export function stringListField(body: unknown, field: string): string[] {
  const value = recordOf(body)[field] ?? [];
  if (!Array.isArray(value) || !value.every(item => typeof item === 'string')) {
    throw new InputError(`'${field}' must be a list of strings`);
  }
  return value;
}

/**
 * A JSON value as an object; anything else becomes an empty one.
 * @internal
 */
export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : {};
}

/**
 * The page that a listing request asks for, in GitHub's `per_page` and `page`.
 * @internal
 */
export function pageOf(request: Request): { skip: number; limit: number } {
  const limit = Math.min(positive(request.query.per_page, 30), 100);
  return { limit, skip: (positive(request.query.page, 1) - 1) * limit };
}

function positive(value: unknown, fallback: number): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : fallback;
}
