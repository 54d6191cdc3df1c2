import { AzureFault } from '../../azureWorld';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(path: string, expected: string): AzureFault {
  return new AzureFault('InvalidRequestFormat', 'Cannot parse the request.', {
    details: [
      {
        code: 'InvalidJson',
        message: `The property '${path}' must be ${expected}.`,
      },
    ],
  });
}

/**
 * Reads the properties of a request's JSON.
 *
 * @remarks
 * Every method throws `AzureFault` `InvalidRequestFormat`, with the property's
 * path, for a wrong type. Absence and null read as undefined, or as empty.
 *
 * @internal
 */
export class ArmBody {
  readonly #record: Record<string, unknown>;
  readonly #path: string;

  constructor(value: unknown, path: string = '') {
    if (!isRecord(value)) throw malformed(path || '$', 'an object');
    this.#record = value;
    this.#path = path;
  }

  /** All properties, as they are. */
  all(): Record<string, unknown> {
    return { ...this.#record };
  }

  /** Whether a property is there and not null. */
  has(name: string): boolean {
    return (this.#record[name] ?? undefined) !== undefined;
  }

  /** An object inside; an empty one if it is missing. */
  object(name: string): ArmBody {
    return new ArmBody(this.#record[name] ?? {}, this.#pathOf(name));
  }

  /** The objects of a list. */
  list(name: string): ArmBody[] {
    const value = this.#record[name] ?? [];
    if (!Array.isArray(value)) throw malformed(this.#pathOf(name), 'a list');
    return value.map(
      (one, index) => new ArmBody(one, `${this.#pathOf(name)}[${index}]`),
    );
  }

  /** A text that must be there. */
  text(name: string): string {
    const value = this.optionalText(name);
    if (value === undefined) throw malformed(this.#pathOf(name), 'a text');
    return value;
  }

  /** A text. */
  optionalText(name: string): string | undefined {
    const value = this.#record[name] ?? undefined;
    if (value === undefined || typeof value === 'string') return value;
    throw malformed(this.#pathOf(name), 'a text');
  }

  /** A number. */
  optionalNumber(name: string): number | undefined {
    const value = this.#record[name] ?? undefined;
    if (value === undefined || typeof value === 'number') return value;
    throw malformed(this.#pathOf(name), 'a number');
  }

  /** A truth value. */
  optionalBoolean(name: string): boolean | undefined {
    const value = this.#record[name] ?? undefined;
    if (value === undefined || typeof value === 'boolean') return value;
    throw malformed(this.#pathOf(name), 'true or false');
  }

  /** A list of texts. */
  texts(name: string): string[] {
    const value = this.#record[name] ?? [];
    const isTexts = (list: unknown): list is string[] =>
      Array.isArray(list) && list.every(one => typeof one === 'string');
    if (!isTexts(value)) throw malformed(this.#pathOf(name), 'a list of texts');
    return value;
  }

  /** Tags. */
  tags(): Record<string, string> {
    const value = this.#record.tags ?? {};
    if (!isRecord(value)) throw malformed(this.#pathOf('tags'), 'an object');
    return Object.fromEntries(
      Object.entries(value).map(([key, text]) => [key, String(text)]),
    );
  }

  /** The id of a reference such as `{"id": "…"}`. */
  reference(name: string): string | undefined {
    return this.has(name) ? this.object(name).text('id') : undefined;
  }

  /** One of some words, in any case. */
  optionalWord<TWord extends string>(
    name: string,
    words: readonly TWord[],
  ): TWord | undefined {
    const text = this.optionalText(name);
    if (text === undefined) return undefined;
    const word = words.find(one => one.toLowerCase() === text.toLowerCase());
    if (word) return word;
    throw malformed(this.#pathOf(name), `one of ${words.join(', ')}`);
  }

  #pathOf(name: string): string {
    return this.#path ? `${this.#path}.${name}` : name;
  }
}
