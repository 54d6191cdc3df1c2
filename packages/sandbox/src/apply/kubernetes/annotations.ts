import { InputError } from '@backstage/errors';

const PREFIX = 'service.beta.kubernetes.io/';
// Go's strconv.ParseBool, with which the controller reads booleans.
const TRUE = ['1', 't', 'T', 'true', 'TRUE', 'True'];
const FALSE = ['0', 'f', 'F', 'false', 'FALSE', 'False'];

/**
 * Reads the annotations of a Service as the AWS Load Balancer Controller does.
 * @internal
 */
export class ServiceAnnotations {
  readonly #annotations: Record<string, string>;

  constructor(annotations: Record<string, string>) {
    this.#annotations = annotations;
  }

  /** The value of `service.beta.kubernetes.io/<name>`. */
  text(name: string): string | undefined {
    return this.#annotations[`${PREFIX}${name}`];
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
            `failed to parse stringMap annotation, ${PREFIX}${name}: ${item}`,
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
      `failed to parse bool annotation, ${PREFIX}${name}: ${value}`,
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
        `failed to parse int64 annotation, ${PREFIX}${name}: ${value}`,
      );
    }
    return Number(value);
  }
}
