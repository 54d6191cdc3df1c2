/** How a controller reads an annotation's value. @public */
export type AnnotationType =
  | 'string'
  | 'boolean'
  | 'integer'
  | 'integer-or-name'
  | 'string-list'
  | 'string-map'
  | 'json';

/** The kind of object that a controller reads an annotation from; `Route` is any of the Gateway API's routes. @public */
export type AnnotationPlacement =
  | 'Service'
  | 'Ingress'
  | 'IngressClass'
  | 'Gateway'
  | 'Route'
  | 'Node'
  | 'Pod';

/**
 * What happens to an annotation of one Ingress in a group that shares a load balancer: all members have to agree
 * (`exclusive`), their values are put together (`merged`), or it concerns its own Ingress alone (`own`).
 *
 * @public
 */
export type GroupBehaviour = 'exclusive' | 'merged' | 'own';

/** Values of another annotation beside which an annotation has no effect, or is refused. @public */
export interface AnnotationClash {
  /** The other one's key, without the prefix. */
  key: string;
  /** The other one's values; of a switch `true` or `false`, for whatever its controller takes for that. */
  values: readonly string[];
  /** The annotation's own values for which this holds. Default: all. */
  own?: readonly string[];
  /** Whether it is the same where the other one is missing. */
  orMissing?: boolean;
  /** Whether the controller or its cloud refuses the two. Default: the annotation has no effect. */
  isRefused?: boolean;
}

/** One `key=value` of an annotation that holds attributes, as the cloud takes it. @public */
export interface AttributeSpec {
  /** `<…>` stands for a part that varies. */
  key: string;
  type: 'boolean' | 'integer' | 'string';
  /** What holds where nobody sets it. */
  default?: string;
  /** All values that are accepted, where they can be listed. */
  allowed?: readonly string[];
  /** Smallest and largest number. */
  range?: readonly [number, number];
}

/** One annotation as a controller knows it. @public */
export interface AnnotationSpec {
  /** Key without the catalogue's prefix. `<…>` stands for a part that varies. */
  key: string;
  type: AnnotationType;
  /** What parts a list or map. Default: the catalogue's. */
  separator?: ',' | ' ';
  /** What holds where the annotation is missing, in words. */
  default?: string;
  /** All values that are accepted, where they can be listed. */
  allowed?: readonly string[];
  /** Whether `allowed` is compared without regard to case. */
  ignoresCase?: boolean;
  /** Smallest and largest number. */
  range?: readonly [number, number];
  /** Whether a controller of AWS itself refuses what is outside `range`. Default: AWS does, when it is to be built. */
  isRangeOfController?: boolean;
  /** First version of the controller that knows it; without a patch number where only its minor version is known. */
  since?: string;
  /** Page that names `since`. Default: the row's `source`, else the catalogue's. */
  sinceSource?: string;
  /** First version of the controller that no longer knows it. */
  until?: string;
  /** Keys, without the prefix, that have to stand beside it for it to have an effect. */
  needs?: readonly string[];
  /** Keys, without the prefix, that must not stand beside it, or take its effect away. */
  excludes?: readonly string[];
  /** Values of other annotations that take its effect away. */
  clashes?: readonly AnnotationClash[];
  /** The pairs that a map may hold, where the cloud has a list of them. */
  attributes?: readonly AttributeSpec[];
  /** Fields that its JSON has to have. */
  requires?: readonly string[];
  /** What to use instead. */
  deprecated?: string;
  /** Where it may stand. Default: the catalogue's. */
  placement?: readonly AnnotationPlacement[];
  /** What a group of Ingresses makes of it. */
  group?: GroupBehaviour;
  /** Whether the controller's own documentation leaves it out. */
  isUndocumented?: boolean;
  /** An example of a value that the controller accepts. */
  example?: string;
  /** What else has to be known. */
  note?: string;
  /** Page or source file that the row, or the version that it names, was read from. Default: the catalogue's. */
  source?: string;
}

/** The annotations of one controller. @public */
export interface AnnotationCatalogue {
  id: string;
  /** Name of the controller as people say it. */
  controller: string;
  /** Beginning of every key. */
  prefix: string;
  /** Where its annotations stand. */
  placement: readonly AnnotationPlacement[];
  /** What parts its lists and maps. Default `,`. */
  separator?: ',' | ' ';
  /** Page or source file that the table was read from. */
  source: string;
  annotations: readonly AnnotationSpec[];
}

type WithParts<Key extends string> = Key extends `${infer Start}<${string}`
  ? `${Start}${string}`
  : Key;

/** The names that a catalogue lists, without its prefix; a part that varies may be any text. @public */
export type AnnotationName<Catalogue extends AnnotationCatalogue> = WithParts<
  Catalogue['annotations'][number]['key']
>;
