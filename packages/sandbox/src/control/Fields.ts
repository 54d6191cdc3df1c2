import { InputError } from '@backstage/errors';

/**
 * Reads the fields of a JSON object that came from outside.
 *
 * @remarks
 * Every method throws `InputError` that names the field when it is missing or
 * has the wrong type; those for optional fields take absence as undefined.
 *
 * @internal
 */
export class Fields {
  readonly #record: Record<string, unknown>;

  constructor(body: unknown, name: string = 'The body') {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw new InputError(`${name} must be a JSON object`);
    }
    this.#record = { ...body };
  }

  /** A text that is not empty. */
  text(name: string): string {
    const value = this.optionalText(name);
    if (!value) throw new InputError(`Give '${name}', a text`);
    return value;
  }

  /** A text, or undefined. */
  optionalText(name: string): string | undefined {
    const value = this.#record[name];
    if (value === undefined || typeof value === 'string') return value;
    throw new InputError(`'${name}' must be a text`);
  }

  /** A number of at least zero. */
  number(name: string): number {
    const value = this.optionalNumber(name);
    if (value === undefined) throw new InputError(`Give '${name}', a number`);
    return value;
  }

  /** A number of at least zero, or undefined. */
  optionalNumber(name: string): number | undefined {
    const value = this.#record[name];
    if (value === undefined) return undefined;
    if (typeof value === 'number' && value >= 0) return value;
    throw new InputError(`'${name}' must be a number of 0 or more`);
  }

  /** A truth value, or undefined. */
  optionalBoolean(name: string): boolean | undefined {
    const value = this.#record[name];
    if (value === undefined || typeof value === 'boolean') return value;
    throw new InputError(`'${name}' must be true or false`);
  }

  /** A list of texts that is not empty. */
  texts(name: string): string[] {
    const value = this.optionalTexts(name);
    if (value && value.length > 0) return value;
    throw new InputError(`Give '${name}', a list of texts`);
  }

  /** A list of texts, or undefined. */
  optionalTexts(name: string): string[] | undefined {
    const value = this.#record[name];
    if (value === undefined) return undefined;
    const isTexts = (list: unknown): list is string[] =>
      Array.isArray(list) && list.every(one => typeof one === 'string');
    if (isTexts(value)) return value;
    throw new InputError(`'${name}' must be a list of texts`);
  }

  /** Tags: an object of texts, or undefined. */
  optionalTags(name: string): Record<string, string> | undefined {
    if (this.#record[name] === undefined) return undefined;
    const inner = new Fields(this.#record[name], `'${name}'`);
    return Object.fromEntries(inner.names().map(key => [key, inner.text(key)]));
  }

  /** A list of objects. */
  list(name: string): Fields[] {
    const value = this.#record[name];
    if (!Array.isArray(value)) {
      throw new InputError(`'${name}' must be a list of objects`);
    }
    return value.map((one, index) => new Fields(one, `'${name}[${index}]'`));
  }

  /** One of some words. */
  oneOf<TWord extends string>(name: string, words: readonly TWord[]): TWord {
    const value = this.#record[name];
    const found = words.find(word => word === value);
    if (found) return found;
    throw new InputError(`'${name}' must be one of ${words.join(', ')}`);
  }

  /** An object inside. */
  object(name: string): Fields {
    return new Fields(this.#record[name], `'${name}'`);
  }

  /** The names of the fields that are there. */
  names(): string[] {
    return Object.keys(this.#record);
  }
}
