/**
 * The same answer with the texts of some members replaced by a word.
 *
 * @internal
 */
export function replaceStates(
  value: unknown,
  members: ReadonlySet<string>,
  word: string,
): unknown {
  const replace = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(replace);
    if (typeof part !== 'object' || part === null || part instanceof Date) {
      return part;
    }
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [
        key,
        members.has(key) && typeof inner === 'string' ? word : replace(inner),
      ]),
    );
  };
  return replace(value);
}
