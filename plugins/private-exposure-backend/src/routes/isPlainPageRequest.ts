import type { Request } from 'express';

/** What the names of entities are made of: nothing that an address would have to encode. */
const plain = '[A-Za-z0-9._-]{1,63}';
const page = new RegExp(`^/v1/entities/${plain}/${plain}/${plain}/exposures$`);

/**
 * Whether a request asks for the page of an entity in the form that the OpenAPI document has, with nothing beside it
 * that could be wrong. Of any other form is not said that it is wrong: the validator looks at it.
 *
 * @internal
 */
export function isPlainPageRequest({
  method,
  url,
}: Pick<Request, 'method' | 'url'>): boolean {
  return method === 'GET' && page.test(url);
}
