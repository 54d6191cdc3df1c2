import { InputError } from '@backstage/errors';

const ESCAPES: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
};

/**
 * A position in the text of an expression.
 * @internal
 */
export class Scanner {
  #position = 0;

  constructor(readonly text: string) {}

  /** Whether everything is read. */
  get isAtEnd(): boolean {
    return this.#position >= this.text.length;
  }

  /** Skips spaces, line ends and comments. */
  skipSpace() {
    const space = /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
    space.lastIndex = this.#position;
    this.#position += space.exec(this.text)?.[0].length ?? 0;
  }

  /** Whether `text` comes next. */
  sees(text: string): boolean {
    return this.text.startsWith(text, this.#position);
  }

  /** Reads `text` if it comes next, and says whether it did. */
  accept(text: string): boolean {
    if (!this.sees(text)) {
      return false;
    }
    this.#position += text.length;
    return true;
  }

  /** Reads `text`. @throws InputError if something else comes next. */
  expect(text: string) {
    if (!this.accept(text)) {
      throw this.error(`expected '${text}'`);
    }
  }

  /** Reads what a sticky pattern matches at this position. */
  match(pattern: RegExp): string | undefined {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = this.#position;
    const found = sticky.exec(this.text)?.[0];
    this.#position += found?.length ?? 0;
    return found;
  }

  /** Reads one character, which may be a surrogate pair. */
  next(): string {
    const character = String.fromCodePoint(
      this.text.codePointAt(this.#position) ?? 0,
    );
    this.#position += character.length;
    return character;
  }

  /** Reads the rest of an escape sequence after its backslash. */
  escape(): string {
    const unicode = this.match(/u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}/);
    if (unicode) {
      return String.fromCodePoint(Number.parseInt(unicode.slice(1), 16));
    }
    const character = this.next();
    if (!Object.hasOwn(ESCAPES, character)) {
      throw this.error(`unknown escape '\\${character}'`);
    }
    return ESCAPES[character];
  }

  /** An error that shows where it happened. */
  error(message: string): InputError {
    const rest = this.text.slice(this.#position, this.#position + 30);
    return new InputError(
      `Terraform expression '${this.text}': ${message} before '${rest}'`,
    );
  }
}
