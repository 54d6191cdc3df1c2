/** A plain value in which one text stands for another, wherever it is. */
export function replaceText(value: unknown, from: string, to: string): unknown {
  if (typeof value === 'string') return value.split(from).join(to);
  if (Array.isArray(value))
    return value.map(item => replaceText(item, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.split(from).join(to),
      replaceText(item, from, to),
    ]),
  );
}
