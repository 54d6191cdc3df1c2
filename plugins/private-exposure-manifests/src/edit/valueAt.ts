import type { ManifestPath } from '../builders/manifestForms';

/** The plain value at a place of a plain document. @internal */
export function valueAt(value: unknown, path: ManifestPath): unknown {
  return path.reduce<unknown>((node, part) => {
    if (typeof node !== 'object' || node === null) return undefined;
    return new Map<string, unknown>(Object.entries(node)).get(String(part));
  }, value);
}
