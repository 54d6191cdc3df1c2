import { InputError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import { SourceFile } from '../types';

/**
 * A Kubernetes object, or the values of a Helm chart (which have neither `apiVersion` nor `kind`).
 * @internal
 */
export interface Manifest {
  path: string;
  object: Record<string, unknown>;
}

/**
 * The YAML documents of a repository that can say something about a cluster.
 *
 * @throws InputError naming the file of a Kubernetes object that is not valid YAML.
 * @internal
 */
export function readManifests(files: SourceFile[]): Manifest[] {
  return files
    .filter(({ path }) => /\.ya?ml$/.test(path))
    .flatMap(file => documentsOf(file));
}

function documentsOf({ path, text }: SourceFile): Manifest[] {
  const documents = parseAllDocuments(text);
  const list = Array.isArray(documents) ? documents : [];
  return list.flatMap(document => {
    if (document.errors.length > 0) {
      // Charts keep templates in .yaml files that only look like YAML.
      if (text.includes('{{') || !/^apiVersion:/m.test(text)) {
        return [];
      }
      throw new InputError(`'${path}' is not valid YAML`, document.errors[0]);
    }
    const object: unknown = document.toJS();
    return isRecord(object) && !isCatalogEntity(object)
      ? [{ path, object }]
      : [];
  });
}

function isCatalogEntity(object: Record<string, unknown>): boolean {
  return String(object.apiVersion ?? '').includes('backstage.io/');
}

/**
 * Whether a value is an object with fields.
 * @internal
 */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value at a path of fields, or undefined where the path ends early.
 * @internal
 */
export function valueAt(object: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (value, field) => (isRecord(value) ? value[field] : undefined),
    object,
  );
}

/**
 * The text at a path of fields; undefined where it is empty or something else.
 * @internal
 */
export function textAt(object: unknown, ...path: string[]): string | undefined {
  const value = valueAt(object, ...path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * The objects in a list at a path of fields.
 * @internal
 */
export function recordsAt(object: unknown, ...path: string[]) {
  const value = valueAt(object, ...path);
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/**
 * A map of strings at a path of fields, its scalars turned into text as the API server would not: it
 * refuses them.
 *
 * @throws InputError naming the key whose value is not a string.
 * @internal
 */
export function stringsAt(
  object: unknown,
  ...path: string[]
): Record<string, string> {
  const value = valueAt(object, ...path);
  return Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).map(([key, item]) => {
      if (typeof item !== 'string') {
        throw new InputError(
          `cannot unmarshal ${typeof item} into the field '${path.join(
            '.',
          )}.${key}' of type string; put it in quotes`,
        );
      }
      return [key, item];
    }),
  );
}
