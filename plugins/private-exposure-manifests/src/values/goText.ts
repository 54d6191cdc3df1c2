const ASCII = /^[\0-\x7f]*$/;
const encoder = new TextEncoder();

/** How many bytes a text has, which is what Go's `len` counts. @internal */
export function goByteLength(text: string): number {
  // Names mostly have a byte for each character, and are asked about at every Ingress.
  return ASCII.test(text) ? text.length : encoder.encode(text).length;
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
