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
}

/** The annotation of a whole key. @internal */
export function findAnnotation(
  { annotations }: Pick<Placed, 'annotations'>,
  key: string,
): AnnotationNode | undefined {
  return annotations.find(node => node.key === key);
}
