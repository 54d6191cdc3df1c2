/** An element: its text, or its children by name, several of one name as a list. @internal */
export type XmlValue = string | XmlElement | Array<string | XmlElement>;

/** An element's children by name. @internal */
export interface XmlElement {
  [name: string]: XmlValue;
}

/** The element that holds all others. @internal */
export interface XmlRoot {
  /** What its tags say. */
  name: string;
  /** What is in it. */
  value: string | XmlElement;
}

const SLASH = '/'.charCodeAt(0);
const GREATER = '>'.charCodeAt(0);
const LESS = '<'.charCodeAt(0);
const QUESTION = '?'.charCodeAt(0);
const BANG = '!'.charCodeAt(0);
const QUOTES = ['"', "'"].map(quote => quote.charCodeAt(0));
/** Space, tab, line feed, carriage return. */
const SPACES = [0x20, 0x09, 0x0a, 0x0d];

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * What elements are made of. V8 watches what becomes of the objects of each literal `{}`, and where most of them outlived two
 * rounds of garbage collection, for all were in use just then, it makes them old ones from there on. An old object keeps
 * what it holds until old garbage is collected: 115 MB of a first survey. It does not watch those of a class.
 */
class Children implements XmlElement {
  [name: string]: XmlValue;
}

/** @see {@link Children} for why this is a class. */
class Element implements XmlRoot {
  constructor(readonly name: string, readonly value: string | XmlElement) {}
}

class XmlReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  readRoot(): XmlRoot {
    for (;;) {
      this.#at = this.#find('<', this.#at);
      if (!this.#skipMarkup()) return this.#readElement();
    }
  }

  /** From the `<` of a start tag to behind the end tag. */
  #readElement(): XmlRoot {
    const bytes = this.#bytes;
    const start = this.#at + 1;
    const nameEnd = this.#endOfName(start);
    const name = bytes.toString('utf8', start, nameEnd);
    this.#at = this.#endOfTag(nameEnd);
    if (bytes[this.#at - 2] === SLASH) return new Element(name, '');

    let children: XmlElement | undefined;
    let text = '';
    for (;;) {
      const next = this.#find('<', this.#at);
      if (next > this.#at && !children) text += this.#textUntil(next);
      this.#at = next;
      if (bytes[next + 1] === SLASH) break;
      if (bytes[next + 1] === BANG && this.#isNext('<![CDATA[')) {
        const end = this.#find(']]>', next);
        text += bytes.toString('utf8', next + '<![CDATA['.length, end);
        this.#at = end + ']]>'.length;
      } else if (!this.#skipMarkup()) {
        children ??= new Children();
        const child = this.#readElement();
        add(children, child.name, child.value);
      }
    }
    const closeEnd = this.#find('>', this.#at);
    const closing = this.#at + 2;
    const closingEnd = this.#endOfName(closing);
    if (bytes.compare(bytes, start, nameEnd, closing, closingEnd) !== 0) {
      throw new Error(`The answer's <${name}> has another end tag`);
    }
    this.#at = closeEnd + 1;
    if (children) return new Element(name, children);
    const isIndent = text.includes('\n') && text.trim() === '';
    return new Element(name, isIndent ? '' : text);
  }

  /** Steps over a declaration, a comment or a document type; false where an element begins. */
  #skipMarkup(): boolean {
    const mark = this.#bytes[this.#at + 1];
    if (mark !== QUESTION && mark !== BANG) return false;
    const isComment = this.#isNext('<!--');
    const stop = isComment ? '-->' : '>';
    this.#at = this.#find(stop, this.#at) + stop.length;
    return true;
  }

  #endOfName(start: number): number {
    const bytes = this.#bytes;
    let at = start;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === GREATER || byte === SLASH || SPACES.includes(byte)) break;
    }
    return at;
  }

  /** Behind the `>` of a start tag; attribute values may hold one too. */
  #endOfTag(from: number): number {
    const bytes = this.#bytes;
    let quote: number | undefined;
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at];
      if (quote !== undefined) {
        if (byte === quote) quote = undefined;
      } else if (QUOTES.includes(byte)) {
        quote = byte;
      } else if (byte === GREATER) {
        return at + 1;
      } else if (byte === LESS) {
        break;
      }
    }
    throw new Error('The answer has a tag without an end');
  }

  #textUntil(end: number): string {
    const text = this.#bytes.toString('utf8', this.#at, end);
    const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    return plain.includes('&') ? decodeEntities(plain) : plain;
  }

  #isNext(mark: string): boolean {
    return (
      this.#bytes.toString('latin1', this.#at, this.#at + mark.length) === mark
    );
  }

  #find(mark: string, from: number): number {
    const found = this.#bytes.indexOf(mark, from, 'latin1');
    if (found === -1) throw new Error('The answer is not complete XML');
    return found;
  }
}

/**
 * Reads the root element of an answer of an AWS query API.
 *
 * @remarks
 * Cuts each text out of the bytes once. The SDK's own reader puts texts together letter by letter, which leaves 30 kB of
 * garbage for each connection of a survey, and keeps most of it until the page is done. Attributes and text beside
 * elements are left out: these APIs use neither.
 *
 * @throws Error where the bytes are not well-formed, as those of an answer that was cut off.
 * @internal
 */
export function readXml(bytes: Buffer): XmlRoot {
  return new XmlReader(bytes).readRoot();
}

function add(
  children: XmlElement,
  name: string,
  value: string | XmlElement,
): void {
  // No API has such a name, and assigning it would change the object's prototype.
  if (name === '__proto__') return;
  if (!Object.hasOwn(children, name)) {
    children[name] = value;
    return;
  }
  const known = children[name];
  if (Array.isArray(known)) known.push(value);
  // Not [known, value]: V8 comes to allocate that one as old, and an old list keeps its young items.
  else children[name] = Array.of(known, value);
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-zA-Z]+));/g,
    (entity, hex, decimal, named) => {
      if (named) return ENTITIES.get(named) ?? entity;
      const point = hex ? parseInt(hex, 16) : parseInt(decimal, 10);
      return point <= 0x10ffff ? String.fromCodePoint(point) : entity;
    },
  );
}
