const BEFORE_ID = 'Private exposure request ';

/** Longest request message that Azure takes, for private endpoints and for origins of Front Door. */
const MAX_LENGTH = 140;

/** A request id as templates make it. */
const ID =
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * What a private endpoint says when it asks to be connected, so that the pull request that made it can be found again.
 * Consumers write it freely, so that it is worth something only with an id that nobody can guess.
 *
 * @param requestId - A random UUID (version 4).
 * @throws RangeError for an id of another form
 * @public
 */
export function toRequestMessage(requestId: string): string {
  if (!ID.test(requestId)) {
    throw new RangeError(
      `A request id must be a random UUID, not ${JSON.stringify(
        requestId.slice(0, MAX_LENGTH),
      )}`,
    );
  }
  return `${BEFORE_ID}${requestId}`;
}

/**
 * The request id in a request message; `undefined` where the message is anything else. The whole message counts: an id
 * somewhere in it proves nothing.
 *
 * @public
 */
export function readRequestId(message: string): string | undefined {
  const id = message.startsWith(BEFORE_ID)
    ? message.slice(BEFORE_ID.length)
    : '';
  return ID.test(id) ? id : undefined;
}
