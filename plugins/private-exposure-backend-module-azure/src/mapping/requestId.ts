const REQUEST_ID =
  /\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/i;

/**
 * The random id in a text that came with a request for a connection; `undefined` if there is none. A template writes one
 * into what it makes, and nobody else can guess it.
 *
 * @internal
 */
export function requestIdIn(text: string | undefined): string | undefined {
  return REQUEST_ID.exec(text ?? '')?.[0].toLowerCase();
}
