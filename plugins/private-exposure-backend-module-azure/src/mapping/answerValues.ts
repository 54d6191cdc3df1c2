/**
 * An object within an answer; an empty one where there is something else. It is not a copy: a survey reads 200,000.
 *
 * @internal
 */
export function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/**
 * A text within an answer; `undefined` where there is something else.
 *
 * @internal
 */
export function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/**
 * A list within an answer; `undefined` where there is something else.
 *
 * @internal
 */
export function toList(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/**
 * The texts of a list within an answer.
 *
 * @internal
 */
export function toTexts(value: unknown): string[] {
  return (toList(value) ?? []).flatMap(one => toText(one) ?? []);
}

/**
 * The tags of a resource.
 *
 * @internal
 */
export function toTags(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(toRecord(value)).flatMap(([key, text]) =>
      typeof text === 'string' ? [[key, text]] : [],
    ),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
