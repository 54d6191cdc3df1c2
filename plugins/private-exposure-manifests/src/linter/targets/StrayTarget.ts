import { Place } from '../../read/SourceText';

/** Annotations that controllers know, in a place of an object from which Kubernetes takes none. @public */
export interface StrayTarget extends Place {
  type: 'stray';
  path: string;
  /** Kind of the object. */
  kind: string;
  /** The keys on the way to them, such as `spec.annotations`; empty for the object's own root. */
  where: string;
  /** The whole keys; at least one. */
  keys: readonly string[];
}
