/** How many bytes a text has, which is what Go's `len` counts. @internal */
export function goByteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** A list as Go's `%v` prints it: `[a b]`. @internal */
export function formatGoList(values: readonly (string | number)[]): string {
  return `[${values.join(' ')}]`;
}

/** A set of texts as Go's `%v` prints it: `map[a:{} b:{}]`. @internal */
export function formatGoSet(values: Iterable<string>): string {
  return `map[${[...values]
    .sort()
    .map(value => `${value}:{}`)
    .join(' ')}]`;
}

/** A map of texts as Go's `%v` prints it: `map[a:1 b:2]`. @internal */
export function formatGoMap(values: Readonly<Record<string, string>>): string {
  return `map[${Object.keys(values)
    .sort()
    .map(key => `${key}:${values[key]}`)
    .join(' ')}]`;
}
