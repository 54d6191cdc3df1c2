/** A cluster as a template offers it. @internal */
export interface ClusterOption {
  name: string;
  /** Shown instead of the name. */
  title?: string;
}

/**
 * The clusters that a template offers: `ui:options.clusters` (names, or objects with `name` and `title`), else the
 * parameter's `enum` with its `enumNames`.
 *
 * @remarks
 * Written by a template's author, so anything that is neither is left out instead of breaking the form.
 *
 * @internal
 */
export function readClusterOptions(sources: {
  uiOptions?: object;
  schema?: object;
}): ClusterOption[] {
  const clusters = readList(sources.uiOptions, 'clusters');
  if (clusters.length > 0) return clusters.flatMap(toOption);
  const titles = readList(sources.schema, 'enumNames');
  return readList(sources.schema, 'enum').flatMap((name, index) => {
    const title = titles[index];
    if (typeof name !== 'string') return [];
    return typeof title === 'string' ? { name, title } : { name };
  });
}

function readList(source: object | undefined, key: string): unknown[] {
  const value: unknown =
    source && Object.entries(source).find(([name]) => name === key)?.[1];
  return Array.isArray(value) ? value : [];
}

function toOption(value: unknown): ClusterOption[] {
  if (typeof value === 'string') return [{ name: value }];
  if (typeof value !== 'object' || value === null) return [];
  if (!('name' in value) || typeof value.name !== 'string') return [];
  const title =
    'title' in value && typeof value.title === 'string'
      ? { title: value.title }
      : {};
  return [{ name: value.name, ...title }];
}
