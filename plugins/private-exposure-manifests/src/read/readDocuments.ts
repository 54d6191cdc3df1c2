import { loadAll, YAMLException } from 'js-yaml';
import { manifestSchema } from './manifestSchema';
import { hasDirectives, maskTemplate } from './maskTemplate';
import { readPlainYaml, YamlNodes } from './readPlainYaml';
import { NodeSpan, SourceDocument } from './SourceDocument';
import { Place, SourceText } from './SourceText';
import { DocumentText, splitDocuments } from './splitDocuments';

/** Why a document could not be read. @internal */
export interface SyntaxProblem extends Place {
  message: string;
  /** Whether the document is a template that is no YAML even without its directives. */
  isTemplate: boolean;
}

/** What a file holds. @internal */
export interface ReadDocuments {
  documents: SourceDocument[];
  problems: SyntaxProblem[];
}

// The parser tells its listener of every node that it opens and closes; its types leave that out.
interface ParserState {
  position: number;
  kind: string | null;
  result: unknown;
}
interface OpenNode extends NodeSpan {
  children?: NodeSpan[];
}

const NO_SPANS: readonly NodeSpan[] = [];

// `yq` writes merge keys as `!!merge <<:`, which the parser takes for no key.
const TAGGED_MERGE = /!!merge +<< *:/g;

/** Takes the tag off merge keys, and leaves every value where it was. */
function untagMerges(text: string): string {
  return text.includes('!!merge')
    ? text.replace(TAGGED_MERGE, found => `<<:${' '.repeat(found.length - 3)}`)
    : text;
}

function readOne(
  part: DocumentText,
  source: SourceText,
  isOfUse: (text: string) => boolean,
): SourceDocument[] {
  const isWanted = isOfUse(part.text);
  const toDocument = (nodes: YamlNodes, isTemplate: boolean, isPlain = false) =>
    new SourceDocument(nodes.value, source, {
      ...{ offset: part.offset, spans: nodes.spans },
      ...{ isTemplate, isPlain },
    });
  const read = (text: string, isTemplate: boolean): SourceDocument[] => {
    if (isWanted)
      return readAnyYaml(text).map(nodes => toDocument(nodes, isTemplate));
    // Whether it is YAML has to be said all the same.
    loadAll(text, () => undefined, { schema: manifestSchema });
    return [];
  };

  if (hasDirectives(part.text)) return readTemplate(part.text, read);
  const plain = readPlainYaml(part.text);
  if (plain) return isWanted ? [toDocument(plain, false, true)] : [];
  return read(untagMerges(part.text), false);
}

/** Reads what is left of a template without its directives; or the text itself, where that is YAML and the rest is none. */
function readTemplate<T>(
  text: string,
  read: (text: string, isTemplate: boolean) => T,
): T {
  const untagged = untagMerges(text);
  const masked = maskTemplate(untagged);
  try {
    return read(masked, true);
  } catch (error) {
    if (!(error instanceof YAMLException) || masked === untagged) throw error;
    // What begins and ends no directive may look so, as in `{a: "%{"}`.
    try {
      return read(untagged, false);
    } catch {
      throw error;
    }
  }
}

/** Reads text of any YAML. @throws YAMLException for text that is none. @internal */
export function readAnyYaml(text: string): YamlNodes[] {
  const spans = new Map<object, readonly NodeSpan[]>();
  const open: OpenNode[] = [];
  const listener = (event: 'open' | 'close', state: ParserState) => {
    if (event === 'open') {
      const { position } = state;
      open.push({ start: position, end: position, value: undefined });
      return;
    }
    const node = open.pop();
    if (!node) return;
    node.end = state.position;
    node.value = state.result;
    const parent = open.at(-1);
    if (parent) (parent.children ??= []).push(node);
    const { value, children = NO_SPANS } = node;
    if (
      state.kind !== 'scalar' &&
      typeof value === 'object' &&
      value !== null
    ) {
      if (!spans.has(value)) spans.set(value, children);
    }
  };
  const values: unknown[] = [];
  const options = { schema: manifestSchema, listener };
  loadAll(text, value => values.push(value), options);
  return values
    .filter(value => value !== null && value !== undefined)
    .map(value => ({ value, spans }));
}

/**
 * Reads a file of YAML or JSON documents. What can't be read is a problem with its line and column, and the other
 * documents of the file are read all the same.
 *
 * @param options.outside - Where a place of the text is in the file, for text that stands in a value of one.
 * @param options.isOfUse - Tells by its text whether a document is wanted; of others only the problems are.
 *
 * @internal
 */
export function readDocuments(
  content: string,
  options: {
    outside?: (place: Place) => Place;
    isOfUse?: (text: string) => boolean;
  } = {},
): ReadDocuments {
  const { outside, isOfUse = () => true } = options;
  const source = new SourceText(content, outside);
  const read: ReadDocuments = { documents: [], problems: [] };
  for (const part of splitDocuments(content)) {
    try {
      read.documents.push(...readOne(part, source, isOfUse));
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const at = part.offset + (error.mark?.position ?? 0);
      read.problems.push({
        message: error.reason,
        isTemplate: hasDirectives(part.text),
        ...source.placeAt(at),
      });
    }
  }
  return read;
}
