import { InputError } from '@backstage/errors';

/** Where a page ended: the values of the columns that the listing is ordered by. @internal */
export type CursorKeys = (string | number)[];

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
  types: readonly ('string' | 'number')[],
): CursorKeys | undefined {
  if (cursor === undefined) return undefined;
  const content = parse(cursor);
  const [of, ...keys] = Array.isArray(content) ? content : [];
  const fits =
    of === order &&
    keys.length === types.length &&
    keys.every((key, index) => typeof key === types[index]);
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
