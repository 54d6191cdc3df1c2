import { InputError } from '@backstage/errors';

/** Where a page ended: the values of the columns that the listing is ordered by. @internal */
export type CursorKeys = (string | number)[];

/** A text; a small number, such as a rank; a large one, such as a time or the id of a row. @internal */
export type CursorKeyType = 'string' | 'small' | 'large';

/** The end of the year 9999, in milliseconds. Rows are fewer. */
const latestTime = Date.UTC(10_000, 0) - 1;

// Anybody can make a cursor up. A database would fail on a number or text that its column cannot hold.
const isOfType: Record<CursorKeyType, (key: unknown) => boolean> = {
  string: key => typeof key === 'string' && !key.includes('\0'),
  small: key => isWhole(key, 1000),
  large: key => isWhole(key, latestTime),
};

function isWhole(key: unknown, most: number): boolean {
  return Number.isSafeInteger(key) && Number(key) >= 0 && Number(key) <= most;
}

/**
 * Makes a cursor. It names its order, so that it cannot be used with another.
 *
 * @internal
 */
export function encodeCursor(order: string, keys: CursorKeys): string {
  return Buffer.from(JSON.stringify([order, ...keys])).toString('base64url');
}

/**
 * Reads a cursor.
 *
 * @throws InputError if it is not one of this listing and order.
 * @internal
 */
export function decodeCursor(
  cursor: string | undefined,
  order: string,
  types: readonly CursorKeyType[],
): CursorKeys | undefined {
  if (cursor === undefined) return undefined;
  const content = parse(cursor);
  const [of, ...keys] = Array.isArray(content) ? content : [];
  const fits =
    of === order &&
    keys.length === types.length &&
    keys.every((key, index) => isOfType[types[index]](key));
  if (!fits) {
    throw new InputError(
      `The 'cursor' does not belong to this listing in the order '${order}'; start again without it`,
    );
  }
  return keys;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined; // Refused by the caller, with a message.
  }
}
