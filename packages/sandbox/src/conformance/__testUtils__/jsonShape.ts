/** The kinds of values that JSON has at each path; members of lists share one. */
export type JsonShape = Map<string, Set<string>>;

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The paths of a JSON value with the kinds of what is there. */
export function shapeOf(
  value: unknown,
  path: string = '',
  shape: JsonShape = new Map(),
): JsonShape {
  const kinds = shape.get(path) ?? new Set();
  shape.set(path, kinds.add(kindOf(value)));
  if (Array.isArray(value)) {
    for (const one of value) shapeOf(one, `${path}[]`, shape);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      shapeOf(inner, `${path}.${name}`, shape);
    }
  }
  return shape;
}

/** What one shape has and another lacks, or has as something else; null fits everything. */
export function differences(wanted: JsonShape, given: JsonShape): string[] {
  return [...wanted].flatMap(([path, kinds]) => {
    const found = given.get(path);
    if (!found) return [`${path} is missing`];
    const isSame = [...kinds].some(
      kind => kind === 'null' || found.has(kind) || found.has('null'),
    );
    return isSame
      ? []
      : [`${path} is ${[...found].join()}, not ${[...kinds].join()}`];
  });
}
