/** Whether two plain values are equal; the order of keys does not matter, that of lists does. @internal */
export function isSameValue(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right)
    return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [a, b] = [Object.entries(left), new Map(Object.entries(right))];
  return (
    a.length === b.size &&
    a.every(([key, value]) => b.has(key) && isSameValue(value, b.get(key)))
  );
}
