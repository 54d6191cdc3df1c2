import { AnnotationCatalogue, AnnotationName } from '../catalogues/types';
import { KubernetesObject } from './KubernetesObject';

/** Reads the annotations of one catalogue, by their names without the prefix. @public */
export interface AnnotationReader<Name extends string> {
  /** The value; `undefined` where the annotation is missing, and where the manifest holds anything but text. */
  read(object: KubernetesObject, name: Name): string | undefined;
  /** The whole key, for messages. */
  keyOf(name: Name): string;
}

/**
 * Makes a reader that knows a catalogue's keys, so that no planner can ask for one that the catalogue doesn't list.
 *
 * @param prefix - What stands before each name. Default: the catalogue's.
 *
 * @public
 */
export function createAnnotationReader<const C extends AnnotationCatalogue>(
  catalogue: C,
  prefix: string = catalogue.prefix,
): AnnotationReader<AnnotationName<C>> {
  return {
    read: (object, name) => readAnnotation(object, `${prefix}${name}`),
    keyOf: name => `${prefix}${name}`,
  };
}

/**
 * Reads one annotation by its whole key; `undefined` where it is missing, and where the manifest holds anything but text.
 *
 * @internal
 */
export function readAnnotation(
  { metadata }: KubernetesObject,
  key: string,
): string | undefined {
  const annotations: Readonly<Record<string, unknown>> =
    metadata.annotations ?? {};
  const value = Object.hasOwn(annotations, key) ? annotations[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
