import { InputError } from '@backstage/errors';

/**
 * A field of a form.
 * @throws InputError if it is empty.
 * @internal
 */
export function textOf(fields: Record<string, string>, name: string): string {
  const value = fields[name]?.trim();
  if (!value) {
    throw new InputError(`The field '${name}' must not be empty`);
  }
  return value;
}

/**
 * A number in a field of a form.
 * @throws InputError if it is none, or too large to be meant.
 * @internal
 */
export function numberOf(fields: Record<string, string>, name: string): number {
  const value = Number(textOf(fields, name));
  if (!Number.isInteger(value) || value < 0 || value > 100_000) {
    throw new InputError(
      `The field '${name}' must be a whole number up to 100000`,
    );
  }
  return value;
}

/**
 * One of some words in a field of a form.
 * @throws InputError if it is another.
 * @internal
 */
export function oneOf<TWord extends string>(
  fields: Record<string, string>,
  name: string,
  words: readonly TWord[],
): TWord {
  const text = textOf(fields, name);
  const word = words.find(one => one === text);
  if (word !== undefined) return word;
  throw new InputError(
    `The field '${name}' must be one of ${words.join(', ')}`,
  );
}
