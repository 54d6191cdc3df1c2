import { isManifestMap, SourceDocument } from '../read/SourceDocument';
import { WorkloadTarget } from './targets';

/** A chart's values, by the file's name. */
const VALUES_FILE = /values[^/]*$/;

function wordsOf(value: unknown): string[] {
  const texts: unknown[] = Array.isArray(value) ? value : [value];
  return texts.flatMap(text =>
    typeof text === 'string' ? text.split(/\s+/).filter(Boolean) : [],
  );
}

/** An image as containers have it, or in the parts that charts have it in. */
function imageOf(value: unknown, takesText: boolean): string | undefined {
  if (typeof value === 'string') return takesText ? value : undefined;
  if (!isManifestMap(value)) return undefined;
  const { registry, repository } = value;
  if (typeof repository !== 'string') return undefined;
  return typeof registry === 'string' && registry
    ? `${registry}/${repository}`
    : repository;
}

/**
 * Reads the containers of a document, wherever in it a pod's template stands, and the images of a chart's values. A part
 * of the values with `enabled: false` runs nothing. Images of anything else, such as Docker Compose, are not looked at.
 *
 * @param options.isNested - Whether it stood as text in another document, as a chart's values in an Argo CD Application.
 *
 * @internal
 */
export function readWorkloads(
  document: SourceDocument,
  path: string,
  options: { isNested?: boolean } = {},
): WorkloadTarget[] {
  const root = document.value;
  const isObject = typeof document.valueAt(root, 'kind') === 'string';
  const takesText = isObject || options.isNested || VALUES_FILE.test(path);
  return document.maps().flatMap(map => {
    if (!('image' in map) || map.enabled === false) return [];
    const image = imageOf(map.image, takesText === true);
    if (image === undefined) return [];
    return {
      type: 'workload' as const,
      path,
      ...document.placeOfKey(map, 'image'),
      image,
      words: ['command', 'args'].flatMap(key =>
        wordsOf(document.valueAt(map, key)),
      ),
    };
  });
}
