/** How a controller reads an annotation's value. @public */
export type AnnotationType =
  | 'string'
  | 'boolean'
  | 'integer'
  | 'integer-or-name'
  | 'string-list'
  | 'string-map'
  | 'json';

/** One annotation as a controller knows it. @public */
export interface AnnotationSpec {
  /** Key without the catalogue's prefix. `<…>` stands for a part that varies. */
  key: string;
  type: AnnotationType;
  /** What holds where the annotation is missing, in words. */
  default?: string;
  /** All values that are accepted, where they can be listed. */
  allowed?: readonly string[];
  /** Smallest and largest number. */
  range?: readonly [number, number];
  /** First version of the controller that knows it. */
  since?: string;
  /** What to use instead. */
  deprecated?: string;
  /** What else has to be known. */
  note?: string;
}

/** The annotations of one controller. @public */
export interface AnnotationCatalogue {
  id: string;
  /** Name of the controller as people say it. */
  controller: string;
  /** Beginning of every key. */
  prefix: string;
  /** Page or source file that the table was read from. */
  source: string;
  annotations: readonly AnnotationSpec[];
}
