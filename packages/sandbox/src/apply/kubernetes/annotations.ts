import { InputError } from '@backstage/errors';

const SERVICE_PREFIX = 'service.beta.kubernetes.io/';
// Go's strconv.ParseBool, with which the controller reads booleans.
const TRUE = ['1', 't', 'T', 'true', 'TRUE', 'True'];
const FALSE = ['0', 'f', 'F', 'false', 'FALSE', 'False'];

/**
 * Reads the annotations of a Service or an Ingress as the AWS Load Balancer Controller does.
 * @internal
 */
export class ControllerAnnotations {
  readonly #annotations: Record<string, string>;
  readonly #prefix: string;

  /** @param prefix - of all keys that are read; default that of Services */
  constructor(annotations: Record<string, string>, prefix = SERVICE_PREFIX) {
    this.#annotations = annotations;
    this.#prefix = prefix;
  }

  /** The value of `<prefix><name>`. */
  text(name: string): string | undefined {
    return this.#annotations[`${this.#prefix}${name}`];
  }

  /** The names of the annotations with the prefix. */
  names(): string[] {
    return Object.keys(this.#annotations)
      .filter(key => key.startsWith(this.#prefix))
      .map(key => key.slice(this.#prefix.length));
  }

  /** A list, separated by commas. */
  list(name: string): string[] {
    return (this.text(name) ?? '')
      .split(',')
      .map(item => item.trim())
      .filter(Boolean);
  }

  /**
   * A list of `key=value`.
   * @throws InputError if an item has no `=`.
   */
  map(name: string): Record<string, string> {
    return Object.fromEntries(
      this.list(name).map(item => {
        const separator = item.indexOf('=');
        if (separator < 1) {
          throw new InputError(
            `failed to parse stringMap annotation, ${
              this.#prefix
            }${name}: ${item}`,
          );
        }
        return [
          item.slice(0, separator).trim(),
          item.slice(separator + 1).trim(),
        ];
      }),
    );
  }

  /** @throws InputError for anything but Go's words for true and false. */
  boolean(name: string): boolean | undefined {
    const value = this.text(name);
    if (value === undefined) {
      return undefined;
    }
    if (TRUE.includes(value) || FALSE.includes(value)) {
      return TRUE.includes(value);
    }
    throw new InputError(
      `failed to parse bool annotation, ${this.#prefix}${name}: ${value}`,
    );
  }

  /** @throws InputError for anything but a whole number. */
  integer(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) {
      return undefined;
    }
    if (!/^-?\d+$/.test(value)) {
      throw new InputError(
        `failed to parse int64 annotation, ${this.#prefix}${name}: ${value}`,
      );
    }
    return Number(value);
  }
}
