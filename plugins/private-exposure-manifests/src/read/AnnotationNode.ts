import { SourceDocument } from './SourceDocument';
import { Place } from './SourceText';
import { TextEdit } from './TextEdit';

/** One annotation or label, with its place, which is looked up only when somebody asks. @public */
export class AnnotationNode implements Place {
  private readonly document: SourceDocument;
  private readonly holder: object;
  private found: Place | undefined;

  /** @internal */
  constructor(
    document: SourceDocument,
    holder: object,
    /** The whole key. */
    readonly key: string,
    private readonly held: unknown,
  ) {
    this.document = document;
    this.holder = holder;
  }

  /** The value as text, as it stands in the file where that is no string. */
  get value(): string {
    if (typeof this.held === 'string') return this.held;
    if (this.held === null) return '';
    return (
      this.document.textOfValue(this.holder, this.key) ?? String(this.held)
    );
  }

  /** Whether the file holds a string, which is all that Kubernetes accepts here. */
  get isString(): boolean {
    return typeof this.held === 'string';
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
    return this.document.replaceKey(this.holder, this.key, key);
  }

  /** Gives the annotation another value, in quotes; `undefined` as above. @internal */
  withValue(value: string): TextEdit | undefined {
    return this.document.replaceValue(this.holder, this.key, value);
  }

  private get place(): Place {
    this.found ??= this.document.placeOfKey(this.holder, this.key);
    return this.found;
  }
}

/** The entries of a map of annotations or labels. Maps and lists in a value's place are a template's. @internal */
export function readAnnotations(
  document: SourceDocument,
  map: object,
): AnnotationNode[] {
  return document
    .entriesOf(map)
    .filter(({ value }) => typeof value !== 'object' || value === null)
    .map(
      ({ key, value, holder }) =>
        new AnnotationNode(document, holder, key, value),
    );
}
