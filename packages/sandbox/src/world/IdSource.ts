import { createHash } from 'node:crypto';

/**
 * Makes identifiers of the shapes that the clouds use. The same seed gives the same
 * ids in the same order, so a demo looks alike after each start.
 *
 * @public
 */
export class IdSource {
  readonly #seed: string;
  #count = 0;

  constructor(seed: string = 'postern') {
    this.#seed = seed;
  }

  /** A resource id such as `vpce-svc-0` and sixteen hexadecimal digits. */
  resourceId(prefix: string): string {
    return `${prefix}-0${this.hex(16)}`;
  }

  /** Hexadecimal digits, at most forty. */
  hex(length: number): string {
    return this.#digest('hex').slice(0, length);
  }

  /** Letters of both cases and digits, at most twenty. */
  token(length: number): string {
    return this.#digest('base64')
      .replace(/[^A-Za-z0-9]/g, 'x')
      .slice(0, length);
  }

  /** Small letters and digits, at most twenty. */
  label(length: number): string {
    return this.token(20).toLowerCase().slice(0, length);
  }

  /** A GUID, as Azure uses for ids that nobody chooses. */
  guid(): string {
    const digits = this.hex(32);
    return [8, 4, 4, 4, 12]
      .reduce<string[]>((parts, length) => {
        const start = parts.join('').length;
        return [...parts, digits.slice(start, start + length)];
      }, [])
      .join('-');
  }

  #digest(encoding: 'hex' | 'base64'): string {
    this.#count += 1;
    return createHash('sha1')
      .update(`${this.#seed}/${this.#count}`)
      .digest(encoding);
  }
}
