import { Place, SourceText } from './SourceText';
import { TextEdit } from './TextEdit';

/** Where a node of a document begins and ends, as offsets in the document's text. @internal */
export interface NodeSpan {
  start: number;
  end: number;
  value: unknown;
}

/** One key of a map with its value, after merge keys were followed. @internal */
export interface MapEntry {
  key: string;
  value: unknown;
  /** The map in which it stands; another one than asked for where a merge brought it. */
  holder: object;
}

type ManifestMap = Record<string, unknown>;

/** Maps and lists of a document, each once, in the order of the text. */
interface Collections {
  maps: ManifestMap[];
  lists: unknown[][];
}

interface PairSpans {
  key: NodeSpan;
  value: NodeSpan | undefined;
}

/** Whether a value of a document is a map. @internal */
export function isManifestMap(value: unknown): value is ManifestMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Enough for any manifest; what needs more was made to be read slowly.
const MAX_ENTRIES = 100_000;
const MAX_MERGED = 500_000;
const MAX_MERGE_DEPTH = 200;

/** More values than any manifest has, by way of anchors. @internal */
export class TooManyValuesError extends Error {
  override readonly name = 'TooManyValuesError' as const;
}

/** A document as read, with the places of its keys. @internal */
export class SourceDocument {
  private readonly pairs = new Map<object, Map<string, PairSpans>>();
  /** Keys that merges brought so far, over all maps. */
  private merged = 0;
  private found: Collections | undefined;

  constructor(
    readonly value: unknown,
    private readonly source: SourceText,
    private readonly origin: {
      /** Of the document in its text. */
      offset: number;
      spans: ReadonlyMap<object, readonly NodeSpan[]>;
      isTemplate: boolean;
      /** Whether it has neither anchors nor merges. */
      isPlain?: boolean;
    },
  ) {}

  /** Whether directives of a template stood in it, so that more may be there than can be read. */
  get isTemplate(): boolean {
    return this.origin.isTemplate;
  }

  /** The same with all that it holds under a key, as if it stood there. */
  under(key: string): SourceDocument {
    return new SourceDocument({ [key]: this.value }, this.source, this.origin);
  }

  /** Where the document begins. */
  get place(): Place {
    return this.source.placeAt(this.contentAt(this.origin.offset));
  }

  /**
   * The keys of a map, with those that `<<` brings; the map's own win, then the first source.
   *
   * @throws {@link TooManyValuesError} where that has no end.
   */
  entriesOf(map: object): MapEntry[] {
    // Few maps have merges, and this is asked of every one.
    if (isManifestMap(map) && !Object.hasOwn(map, '<<')) {
      return Object.entries(map).map(([key, value]) => ({
        key,
        value,
        holder: map,
      }));
    }
    const entries = new Map<string, MapEntry>();
    const seen = new Set<object>();
    const add = (holder: ManifestMap, depth: number) => {
      if (seen.has(holder)) return;
      seen.add(holder);
      const own = Object.entries(holder);
      if (depth > 0) this.merged += own.length;
      if (this.merged > MAX_MERGED || depth > MAX_MERGE_DEPTH)
        throw new TooManyValuesError('Anchors make too many keys');
      for (const [key, value] of own) {
        if (key !== '<<' && !entries.has(key))
          entries.set(key, { key, value, holder });
      }
      const from = holder['<<'];
      for (const source of Array.isArray(from) ? from : [from]) {
        if (isManifestMap(source)) add(source, depth + 1);
      }
    };
    if (isManifestMap(map)) add(map, 0);
    return [...entries.values()];
  }

  /** The value at a path of keys, merges followed. */
  valueAt(root: unknown, ...keys: string[]): unknown {
    return keys.reduce<unknown>((value, key) => {
      if (!isManifestMap(value)) return undefined;
      if (Object.hasOwn(value, key)) return value[key];
      if (!Object.hasOwn(value, '<<')) return undefined;
      return this.entriesOf(value).find(entry => entry.key === key)?.value;
    }, root);
  }

  /** Where a key of a map stands. */
  placeOfKey(holder: object, key: string): Place {
    const span = this.pairOf(holder, key)?.key;
    return span ? this.placeAt(span.start) : this.place;
  }

  /** Where the value of a key begins. */
  placeOfValue(holder: object, key: string): Place {
    const span = this.pairOf(holder, key)?.value;
    return span ? this.placeAt(span.start) : this.placeOfKey(holder, key);
  }

  /** Where a path of keys leads, or as much of it as there is; `undefined` where not even its first key stands. */
  placeOfPath(root: unknown, keys: readonly string[]): Place | undefined {
    let value = root;
    let place: Place | undefined;
    for (const key of keys) {
      const entries = isManifestMap(value) ? this.entriesOf(value) : [];
      const entry = entries.find(one => one.key === key);
      if (!entry) break;
      place = this.placeOfKey(entry.holder, key);
      value = entry.value;
    }
    return place;
  }

  /** Where an item of a list begins. */
  placeOfItem(list: readonly unknown[], index: number): Place {
    const span = this.origin.spans.get(list)?.[index];
    return span ? this.placeAt(span.start) : this.place;
  }

  /** The value of a key as it stands in the file. */
  textOfValue(holder: object, key: string): string | undefined {
    const range = this.rangeOf(this.pairOf(holder, key)?.value);
    return range && this.source.text.slice(range.offset, range.end);
  }

  /** Replaces a key; `undefined` where it stands in a way that can't be replaced alone. */
  replaceKey(holder: object, key: string, by: string): TextEdit | undefined {
    return this.replace(this.pairOf(holder, key)?.key, by);
  }

  /** Replaces the value of a key by a string; `undefined` where it can't be replaced alone. */
  replaceValue(holder: object, key: string, by: string): TextEdit | undefined {
    const quoted = JSON.stringify(by);
    return this.replace(this.pairOf(holder, key)?.value, quoted);
  }

  /**
   * The value with aliases and merges written out; the document's own where there are none, so not to be changed.
   *
   * @throws {@link TooManyValuesError} where that has no end.
   */
  expand(root: unknown = this.value): unknown {
    if (this.origin.isPlain) return root;
    let left = MAX_ENTRIES;
    const copy = (value: unknown): unknown => {
      left -= 1;
      if (left < 0)
        throw new TooManyValuesError('Anchors make too many values');
      if (Array.isArray(value)) return value.map(copy);
      if (!isManifestMap(value)) return value;
      return Object.fromEntries(
        this.entriesOf(value).map(entry => [entry.key, copy(entry.value)]),
      );
    };
    return copy(root);
  }

  /** Each map of the document once, from the outside to the inside. */
  maps(): readonly ManifestMap[] {
    return this.collections.maps;
  }

  /** Each list of the document once. */
  lists(): readonly unknown[][] {
    return this.collections.lists;
  }

  /** Maps and lists, each once, in the order of the text. Asked for by several readers, so kept. */
  private get collections(): Collections {
    if (this.found) return this.found;
    const found: Collections = { maps: [], lists: [] };
    const seen = new Set<object>();
    const waiting: unknown[] = [this.value];
    while (waiting.length > 0) {
      const value = waiting.pop();
      if (typeof value !== 'object' || value === null || seen.has(value))
        continue;
      seen.add(value);
      if (Array.isArray(value)) found.lists.push(value);
      else if (isManifestMap(value)) found.maps.push(value);
      const inside = Object.values(value);
      for (let index = inside.length - 1; index >= 0; index -= 1) {
        if (typeof inside[index] === 'object') waiting.push(inside[index]);
      }
    }
    this.found = found;
    return found;
  }

  private replace(
    span: NodeSpan | undefined,
    by: string,
  ): TextEdit | undefined {
    const range = this.rangeOf(span);
    if (!this.source.isWholeFile) return undefined;
    if (!range || range.end <= range.offset) return undefined;
    const { offset, end } = range;
    const old = this.source.text.slice(offset, end);
    // Block scalars and text over several lines are left to their author.
    if (old.includes('\n') || /^[|>{[]/.test(old)) return undefined;
    const text = /^["']/.test(old) && !by.startsWith('"') ? `"${by}"` : by;
    return { offset, length: old.length, text };
  }

  private rangeOf(span: NodeSpan | undefined) {
    if (!span) return undefined;
    const offset = this.contentAt(this.origin.offset + span.start);
    const text = this.source.text.slice(offset, this.origin.offset + span.end);
    return { offset, end: offset + text.trimEnd().length };
  }

  private placeAt(start: number): Place {
    return this.source.placeAt(this.contentAt(this.origin.offset + start));
  }

  private pairOf(holder: object, key: string): PairSpans | undefined {
    const known = this.pairs.get(holder);
    if (known) return known.get(key);
    const pairs = pairSpans(holder, this.origin.spans.get(holder) ?? []);
    this.pairs.set(holder, pairs);
    return pairs.get(key);
  }

  /** Past spaces, line breaks, comments and the tags and anchors of a node. */
  private contentAt(offset: number): number {
    const skip =
      /(?:[ \t\r\n]+|#[^\n]*|---(?=[ \t\r\n])|%[^\n]*|[!&][^ \t\r\n,[\]{}]*)*/y;
    skip.lastIndex = offset;
    skip.test(this.source.text);
    return skip.lastIndex;
  }
}

/** Keys and values take turns, but the key of a flow map may stand alone. */
function pairSpans(
  holder: object,
  spans: readonly NodeSpan[],
): Map<string, PairSpans> {
  const pairs = new Map<string, PairSpans>();
  let index = 0;
  while (index < spans.length) {
    const key = spans[index];
    const next: NodeSpan | undefined = spans[index + 1];
    const held: unknown = Reflect.get(holder, String(key.value));
    const value = next && Object.is(held, next.value) ? next : undefined;
    pairs.set(String(key.value), { key, value });
    index += value ? 2 : 1;
  }
  return pairs;
}
