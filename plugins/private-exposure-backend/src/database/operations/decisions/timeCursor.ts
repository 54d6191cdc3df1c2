import { InputError } from '@backstage/errors';

/** The last row of a page that is ordered by a time and an id. @internal */
export interface TimeCursor {
  /** Of the last row. */
  at: Date;
  /** Of the last row. */
  id: string;
}

/** The end of the year 9999. */
const latestTime = Date.UTC(10_000, 0) - 1;

/** Makes a cursor's text. @internal */
export function encodeTimeCursor(cursor: TimeCursor): string {
  const text = JSON.stringify([cursor.at.getTime(), cursor.id]);
  return Buffer.from(text).toString('base64url');
}

/**
 * Reads a cursor's text.
 *
 * @throws InputError if this backend did not make it
 * @internal
 */
export function decodeTimeCursor(text: string): TimeCursor {
  const parts = parse(Buffer.from(text, 'base64url').toString());
  if (Array.isArray(parts) && parts.length === 2) {
    const [at, id]: unknown[] = parts;
    // Anybody can make a cursor up; a database would fail on what its columns cannot hold.
    const isTime = typeof at === 'number' && at >= 0 && at <= latestTime;
    if (isTime && typeof id === 'string' && !id.includes('\0')) {
      return { at: new Date(at), id };
    }
  }
  throw new InputError(
    "'cursor' must be the 'nextCursor' of the page before, or left out for the first page",
  );
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // Told apart by the caller, with the field's name.
  }
}
