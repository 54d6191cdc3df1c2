import type {
  AccessToken,
  GetTokenOptions,
  TokenCredential,
} from '@azure/core-auth';
import { isError } from '@backstage/errors';
import { AzureCredentialsError } from './errors';

/** A token is asked for anew when it has this much left, so that none runs out on the way. */
const RENEW_BEFORE_MS = 5 * 60_000;

/** Where Azure takes no token at all, this is how often another one is tried. */
const FORGET_APART_MS = 10_000;

/** A credential that can give up the tokens that it keeps itself. @internal */
export interface ForgetfulCredential extends TokenCredential {
  /** The next token is asked for anew. */
  forget(): void;
}

/** A question for a token that has no answer yet. */
interface Asked {
  claims: string | undefined;
  answer: Promise<AccessToken>;
}

/**
 * The one credential of a tenant, shared by all of its subscriptions: a token is asked for once, by whoever needs it
 * first, and the others wait for the same answer.
 *
 * @internal
 */
export class AzureTokenCache implements TokenCredential {
  readonly #tenantId: string;
  readonly #credential: ForgetfulCredential;
  readonly #tokens = new Map<string, { token: AccessToken; order: number }>();
  readonly #inFlight = new Map<string, Asked>();
  #asked = 0;
  #forgotAt = -Infinity;

  private constructor(tenantId: string, credential: ForgetfulCredential) {
    this.#tenantId = tenantId;
    this.#credential = credential;
  }

  /** Makes no call. */
  static create(options: {
    tenantId: string;
    credential: ForgetfulCredential;
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
    const known = this.#tokens.get(key)?.token;
    // Claims are Azure's way to say that the token it got is no longer good.
    if (known && claims === undefined && isFresh(known)) return known;
    const waiting = this.#inFlight.get(key);
    // Who needs none is served by a token with claims; who needs some, by nothing but those.
    if (waiting && (claims === undefined || claims === waiting.claims)) {
      return waiting.answer;
    }
    const answer = this.#ask(scopes, claims, key).finally(() => {
      // Also after a failure: the next one who needs a token asks again.
      if (this.#inFlight.get(key)?.answer === answer)
        this.#inFlight.delete(key);
    });
    this.#inFlight.set(key, { claims, answer });
    return answer;
  }

  /**
   * Drops a token that Azure did not take, whatever its time.
   *
   * @returns false if another one was asked for a moment ago and this is it: a third would be no better
   */
  forget(token: string): boolean {
    const keys = [...this.#tokens].flatMap(([key, known]) =>
      known.token.token === token ? [key] : [],
    );
    // Somebody else met the same answer before.
    if (keys.length === 0) return true;
    if (Date.now() - this.#forgotAt < FORGET_APART_MS) return false;
    this.#forgotAt = Date.now();
    for (const key of keys) this.#tokens.delete(key);
    this.#credential.forget();
    return true;
  }

  /** Without the caller's signal: whoever gives up must not take the token from those who wait for it too. */
  async #ask(
    scopes: string | string[],
    claims: string | undefined,
    key: string,
  ): Promise<AccessToken> {
    this.#asked += 1;
    const order = this.#asked;
    let token: AccessToken | null;
    try {
      token = await this.#credential.getToken(scopes, { claims });
    } catch (error) {
      throw this.#toError(error);
    }
    if (!token) throw this.#toError(undefined);
    // An answer that was asked for before, and came later, lacks the claims.
    if (order > (this.#tokens.get(key)?.order ?? 0)) {
      this.#tokens.set(key, { token, order });
    }
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
