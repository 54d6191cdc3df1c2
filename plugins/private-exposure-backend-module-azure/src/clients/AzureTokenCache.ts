import type {
  AccessToken,
  GetTokenOptions,
  TokenCredential,
} from '@azure/core-auth';
import { isError } from '@backstage/errors';
import { AzureCredentialsError } from './errors';

/** A token is asked for anew when it has this much left, so that none runs out on the way. */
const RENEW_BEFORE_MS = 5 * 60_000;

/**
 * The one credential of a tenant, shared by all of its subscriptions: a token is asked for once, by whoever needs it
 * first, and the others wait for the same answer.
 *
 * @internal
 */
export class AzureTokenCache implements TokenCredential {
  readonly #tenantId: string;
  readonly #credential: TokenCredential;
  readonly #tokens = new Map<string, AccessToken>();
  readonly #inFlight = new Map<string, Promise<AccessToken>>();

  private constructor(tenantId: string, credential: TokenCredential) {
    this.#tenantId = tenantId;
    this.#credential = credential;
  }

  /** Makes no call. */
  static create(options: {
    tenantId: string;
    credential: TokenCredential;
  }): AzureTokenCache {
    return new AzureTokenCache(options.tenantId, options.credential);
  }

  /**
   * A token that is good for a while.
   *
   * @throws AzureCredentialsError if there is none.
   */
  async getToken(
    scopes: string | string[],
    options: GetTokenOptions = {},
  ): Promise<AccessToken> {
    const { claims } = options;
    const key = [scopes].flat().join(' ');
    const known = this.#tokens.get(key);
    // Claims are Azure's way to say that the token it got is no longer good.
    if (known && claims === undefined && isFresh(known)) return known;
    const waiting = this.#inFlight.get(key);
    if (waiting) return waiting;
    const asked = this.#ask(scopes, claims, key).finally(() => {
      // Also after a failure: the next one who needs a token asks again.
      this.#inFlight.delete(key);
    });
    this.#inFlight.set(key, asked);
    return asked;
  }

  /** Without the caller's signal: whoever gives up must not take the token from those who wait for it too. */
  async #ask(
    scopes: string | string[],
    claims: string | undefined,
    key: string,
  ): Promise<AccessToken> {
    let token: AccessToken | null;
    try {
      token = await this.#credential.getToken(scopes, { claims });
    } catch (error) {
      throw this.#toError(error);
    }
    if (!token) throw this.#toError(undefined);
    this.#tokens.set(key, token);
    return token;
  }

  /** The first line only: what follows are trace ids and, from some credentials, what was sent. */
  #toError(error: unknown): AzureCredentialsError {
    const said = isError(error) ? error.message.split(/\r?\n/)[0] : '';
    return new AzureCredentialsError({
      tenantId: this.#tenantId,
      reason: said.trim().replace(/\.$/, '') || 'none was given',
    });
  }
}

function isFresh({ expiresOnTimestamp, refreshAfterTimestamp }: AccessToken) {
  const renewAt = refreshAfterTimestamp ?? expiresOnTimestamp - RENEW_BEFORE_MS;
  return Date.now() < Math.min(renewAt, expiresOnTimestamp);
}
