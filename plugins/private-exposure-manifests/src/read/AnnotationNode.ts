import { isPlaceholder } from './maskTemplate';
import { isManifestMap, SourceDocument } from './SourceDocument';
import { Place } from './SourceText';
import { TextEdit } from './TextEdit';

/** The map that holds an annotation, and the keys under which its name and its value stand there. @internal */
export interface AnnotationSpot {
  holder: object;
  nameKey: string;
  valueKey: string;
}

/** One annotation or label, with its place, which is looked up only when somebody asks. @public */
export class AnnotationNode implements Place {
  /** Whether the value is known only once a template is rendered or a variable is filled in. */
  readonly isPlaceholder: boolean;
  private found: Place | undefined;

  /** @internal */
  constructor(
    private readonly document: SourceDocument,
    private readonly spot: AnnotationSpot,
    /** The whole key. */
    readonly key: string,
    private readonly held: unknown,
  ) {
    this.isPlaceholder = typeof held === 'string' && isPlaceholder(held);
  }

  /** The value as text, as it stands in the file where that is no string. */
  get value(): string {
    if (typeof this.held === 'string' && !this.isPlaceholder) return this.held;
    if (this.held === null) return '';
    const { holder, valueKey } = this.spot;
    return this.document.textOfValue(holder, valueKey) ?? String(this.held);
  }

  /** Whether the file holds a string, which is all that Kubernetes accepts here. */
  get isString(): boolean {
    return typeof this.held === 'string';
  }

  /** Whether the file holds a list. */
  get isList(): boolean {
    return Array.isArray(this.held);
  }

  /** Counted from 1. */
  get line(): number {
    return this.place.line;
  }

  /** Counted from 1. */
  get column(): number {
    return this.place.column;
  }

  /** Gives the annotation another key; `undefined` where its text can't be replaced alone. @internal */
  renamedTo(key: string): TextEdit | undefined {
    const { holder, nameKey } = this.spot;
    // In a patch, the name is part of a path.
    return nameKey === this.key
      ? this.document.replaceKey(holder, nameKey, key)
      : undefined;
  }

  /** Gives the annotation another value, in quotes; `undefined` as above. @internal */
  withValue(value: string): TextEdit | undefined {
    const { holder, valueKey } = this.spot;
    return this.document.replaceValue(holder, valueKey, value);
  }

  private get place(): Place {
    const { holder, nameKey } = this.spot;
    this.found ??= this.document.placeOfKey(holder, nameKey);
    return this.found;
  }
}

const isCollection = (value: unknown) =>
  typeof value === 'object' && value !== null;

function nodesOf(
  document: SourceDocument,
  map: object,
  isWanted: (value: unknown) => boolean,
): AnnotationNode[] {
  return document
    .entriesOf(map)
    .filter(({ value }) => isWanted(value))
    .map(
      ({ key, value, holder }) =>
        new AnnotationNode(
          document,
          { holder, nameKey: key, valueKey: key },
          key,
          value,
        ),
    );
}

/** The entries of a map of annotations or labels. Maps and lists in a value's place are a chart's own. @internal */
export function readAnnotations(
  document: SourceDocument,
  map: object,
): AnnotationNode[] {
  return nodesOf(document, map, value => !isCollection(value));
}

/** The entries of a map of annotations whose value is a map or a list. @internal */
export function readCollections(
  document: SourceDocument,
  map: object,
): AnnotationNode[] {
  // Hardly any map has one, and those that are merged stand in one, too.
  return Object.values(map).some(isCollection)
    ? nodesOf(document, map, isCollection)
    : [];
}

const PATCH_PATH =
  /^\/(?:metadata|spec\/infrastructure)\/annotations(?:\/(.+))?$/;

/** The annotations that a JSON patch (RFC 6902) sets, one to an operation or all in a map. @internal */
export function readPatchedAnnotations(
  document: SourceDocument,
  operations: readonly unknown[],
): AnnotationNode[] {
  return operations.filter(isManifestMap).flatMap(operation => {
    const { op, path, value } = operation;
    if (op !== 'add' && op !== 'replace') return [];
    const found = typeof path === 'string' ? PATCH_PATH.exec(path) : null;
    if (!found) return [];
    const [, name] = found;
    if (name === undefined)
      return isManifestMap(value) ? readAnnotations(document, value) : [];
    const key = name.replaceAll('~1', '/').replaceAll('~0', '~');
    const spot = { holder: operation, nameKey: 'path', valueKey: 'value' };
    return [new AnnotationNode(document, spot, key, value)];
  });
}
