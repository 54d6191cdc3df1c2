/** A DNS name as Route 53 writes it: with a dot at its end, and `*` escaped. @internal */
export function toWireName(name: string): string {
  return `${name.replace(/\*/g, '\\052')}.`;
}

/** Names in the order of Route 53: by their labels from the right. @internal */
export function compareNames(left: string, right: string): number {
  const keyOf = (name: string) =>
    name
      .replace(/\.$/, '')
      .replace(/^\\052/, '*')
      .split('.')
      .reverse();
  const [one, other] = [keyOf(left), keyOf(right)];
  for (let index = 0; index < Math.min(one.length, other.length); index += 1) {
    if (one[index] !== other[index]) return one[index] < other[index] ? -1 : 1;
  }
  return one.length - other.length;
}

/** The last part of an id that may come as a path, such as `/hostedzone/Z1`. @internal */
export function bareId(id: string | undefined): string {
  return id?.split('/').pop() ?? '';
}
