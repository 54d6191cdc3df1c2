import { BicepStatement, readBicep } from '../bicep/readBicep';
import { readBicepValue } from '../bicep/readBicepValue';
import { BicepResource } from '../bicep/values';
import { VerificationError } from '../errors';
import { isSameValue } from './sameValue';

/** Whether a statement declares exactly the wanted resource: same type, same properties, nothing else. @internal */
export function isSameResource(
  statement: BicepStatement,
  wanted: BicepResource,
): boolean {
  return (
    statement.keyword === 'resource' &&
    statement.isPlain &&
    statement.symbol === wanted.symbol &&
    statement.type === wanted.type &&
    statement.isExisting === (wanted.isExisting ?? false) &&
    isSameValue(readBicepValue(statement.tokens), { object: wanted.body })
  );
}

/**
 * Reads Bicep back and compares it with what was to be written.
 *
 * @param before - The file before the edit; its statements must all still be there, and no others.
 * @throws {@link VerificationError}
 * @internal
 */
export function verifyBicep(options: {
  path: string;
  content: string;
  wanted: readonly BicepResource[];
  before?: string;
}): void {
  const { path, content, wanted, before = '' } = options;
  const found = readBicep(content);
  for (const resource of wanted) {
    const same = found.filter(({ symbol }) => symbol === resource.symbol);
    if (same.length !== 1 || !isSameResource(same[0], resource))
      throw new VerificationError(path, `${resource.symbol} differs`);
  }
  const textOf = (text: string, { start, end }: BicepStatement) =>
    text.slice(start, end);
  const symbols = new Set(wanted.map(({ symbol }) => symbol));
  const others = (text: string, statements: BicepStatement[]) =>
    statements
      .filter(({ symbol }) => !symbols.has(symbol))
      .map(statement => textOf(text, statement));
  if (!isSameValue(others(content, found), others(before, readBicep(before))))
    throw new VerificationError(path, 'it says more than was asked for');
}
