import { isManifestMap, SourceDocument } from '../read/SourceDocument';

/** The objects of a document by their metadata: itself, or the items of a list. @internal */
export function objectsOf(
  document: SourceDocument,
): ReadonlyMap<object, object> {
  const root = document.value;
  const items = document.valueAt(root, 'items');
  const isList =
    String(document.valueAt(root, 'kind')).endsWith('List') &&
    Array.isArray(items);
  const objects: unknown[] = isList ? items : [root];
  return new Map(
    objects.filter(isManifestMap).flatMap((object): [object, object][] => {
      const metadata = document.valueAt(object, 'metadata');
      return isManifestMap(metadata) ? [[metadata, object]] : [];
    }),
  );
}
