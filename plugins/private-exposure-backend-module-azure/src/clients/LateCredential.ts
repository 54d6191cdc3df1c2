import type {
  AccessToken,
  GetTokenOptions,
  TokenCredential,
} from '@azure/core-auth';

/**
 * A credential that is made when a token is first asked for, and again if it could not be made: one whose file or
 * environment is missing fails its own tenant's surveys, not the start, and works once that is mended.
 *
 * @internal
 */
export class LateCredential implements TokenCredential {
  readonly #make: () => TokenCredential;
  #made: TokenCredential | undefined;

  private constructor(make: () => TokenCredential) {
    this.#make = make;
  }

  /** Makes nothing yet. */
  static create(make: () => TokenCredential): LateCredential {
    return new LateCredential(make);
  }

  /** @throws what making the credential throws, or what the credential does. */
  async getToken(
    scopes: string | string[],
    options?: GetTokenOptions,
  ): Promise<AccessToken | null> {
    this.#made ??= this.#make();
    return this.#made.getToken(scopes, options);
  }

  /** Has the credential made anew: the SDK's keep their tokens and give the same one again. */
  forget(): void {
    this.#made = undefined;
  }
}
