import { isMap } from 'yaml';
import { applyChanges, valueAt } from '../edit/editManifest';
import { YamlText } from '../edit/YamlText';

/** Whether a document of a catalog file is an entity. @internal */
export function namesEntity(plain: unknown, entityRef: string): boolean {
  const [kind, name, namespace = 'default'] = [
    ['kind'],
    ['metadata', 'name'],
    ['metadata', 'namespace'],
  ].map(path => valueAt(plain, path));
  return `${kind}:${namespace}/${name}`.toLowerCase() === entityRef;
}

/** The documents of a catalog file as plain values. @internal */
export function readCatalogFile(file: YamlText): unknown[] {
  return file.documents.map((document): unknown =>
    isMap(document.contents) ? document.toJS({ maxAliasCount: 100 }) : {},
  );
}

/**
 * Adds a value to a comma-separated annotation of an entity, in place.
 *
 * @returns The file's text, the same where the annotation has the value already; nothing where the file does not hold the
 * entity.
 * @throws {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function editCatalogAnnotation(
  file: { path: string; text: string },
  wanted: { entityRef: string; annotation: string; value: string },
): string | undefined {
  const { entityRef, annotation, value } = wanted;
  const parsed = YamlText.parse(file.path, file.text);
  const plain = readCatalogFile(parsed);
  const index = plain.findIndex(each => namesEntity(each, entityRef));
  if (index < 0) return undefined;
  const path = ['metadata', 'annotations', annotation];
  const before = valueAt(plain[index], path);
  const values =
    typeof before === 'string'
      ? before.split(',').map(part => part.trim())
      : [];
  if (values.includes(value)) return file.text;
  const all = [...values.filter(part => part !== ''), value];
  return applyChanges(parsed, { document: index, base: [] }, [
    { path, value: all.join(',') },
  ]);
}
