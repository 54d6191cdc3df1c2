import { AnyClusterProfile } from '../../intents/anyClusterProfile';
import { KubernetesObject } from '../../plan/KubernetesObject';
import { AnnotationNode } from '../../read/AnnotationNode';
import { Place } from '../../read/SourceText';

/** A place of a file where annotations stand. @public */
export interface Placed extends Place {
  path: string;
  /** Those whose value the file tells. */
  annotations: readonly AnnotationNode[];
  /** Those whose value is known only once a template is rendered or a variable is filled in. */
  placeholders: readonly AnnotationNode[];
  /** Whether more annotations may be there than the file tells, as in a template: absence means nothing. */
  isPartial: boolean;
  /** Those whose value is a list or a map, where Kubernetes takes nothing but strings. */
  collections: readonly AnnotationNode[];
  /**
   * Where something else hands them on: whether they are all that it hands on, as in a whole Gateway and in values that ask
   * for the load balancer too, or most likely so; `undefined` where other files may have more.
   */
  handsOn: 'all' | 'most' | undefined;
  /** The labels beside them. */
  labels: readonly AnnotationNode[];
  /** Kind of the object that they stand in, such as `Gateway`; `undefined` in Helm values and the like. */
  kind: string | undefined;
  /**
   * The whole object as its controller will see it, where the file holds it: not for annotations that something else
   * hands on, nor for patches.
   */
  object: KubernetesObject | undefined;
  profile: AnyClusterProfile | undefined;
  /** Domains that names may lie in, by the config; none where it names none. */
  domains: readonly string[];
  /** The keys on the way to it, where another version of the file is to be compared. */
  documentPath: string | undefined;
  /** Where a field of the object stands by its keys, or what is left of the way to it; else the place itself. */
  placeOfField(...keys: string[]): Place;
}

/** The annotation of a whole key. @internal */
export function findAnnotation(
  { annotations }: Pick<Placed, 'annotations'>,
  key: string,
): AnnotationNode | undefined {
  return annotations.find(node => node.key === key);
}
