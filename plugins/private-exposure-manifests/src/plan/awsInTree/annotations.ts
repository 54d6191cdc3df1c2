import { awsInTreeCatalogue } from '../../catalogues/awsInTree';
import { parseInTreePairs } from '../../values/inTreeParsers';
import { parseStringList } from '../../values/goParsers';
import { AnnotationName } from '../../catalogues/types';
import { createAnnotationReader } from '../createAnnotationReader';
import { KubernetesObject } from '../KubernetesObject';

/** An annotation of the in-tree AWS provider, without its prefix. @internal */
export type InTreeName = AnnotationName<typeof awsInTreeCatalogue>;

const reader = createAnnotationReader(awsInTreeCatalogue);

/** The value of an annotation; `undefined` where it is missing. @internal */
export const read = reader.read;

/** The whole key of an annotation, for messages. @internal */
export const keyOf = reader.keyOf;

/** The items of a list, empty ones left out; none where the annotation is missing. @internal */
export function readList(
  service: KubernetesObject,
  name: InTreeName,
): string[] {
  return parseStringList(read(service, name) ?? '');
}

/** The pairs of a map; none where the annotation is missing. @internal */
export function readPairs(
  service: KubernetesObject,
  name: InTreeName,
): Record<string, string> {
  return parseInTreePairs(read(service, name) ?? '');
}
