import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { SandboxClock } from '../../clock';
import { AzureFault, ServicePrincipal } from '../../azureWorld';

/** Seconds that Microsoft Entra's tokens for applications hold. */
const LIFETIME_SECONDS = 3599;

/** What a token says. @internal */
export interface TokenClaims {
  aud: string;
  iss: string;
  iat: number;
  exp: number;
  tid: string;
  appid: string;
  oid: string;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isClaims(value: unknown): value is TokenClaims {
  return (
    typeof value === 'object' &&
    value !== null &&
    'exp' in value &&
    'tid' in value &&
    'appid' in value
  );
}

/**
 * Issues access tokens and reads them again. They look like those of Microsoft
 * Entra, and are signed with a key of this process.
 *
 * @internal
 */
export class TokenIssuer {
  readonly #key = randomBytes(32);
  readonly #clock: SandboxClock;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** A token for a principal. */
  issue(
    principal: ServicePrincipal,
    audience: string,
  ): { token: string; expiresIn: number } {
    const now = Math.floor(this.#clock.now() / 1000);
    const { tenantId: tid, clientId: appid, objectId: oid } = principal;
    const claims: TokenClaims = {
      aud: audience,
      iss: `https://sts.windows.net/${tid}/`,
      iat: now,
      exp: now + LIFETIME_SECONDS,
      tid,
      appid,
      oid,
    };
    const text = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode(claims)}`;
    return {
      token: `${text}.${this.#sign(text)}`,
      expiresIn: LIFETIME_SECONDS,
    };
  }

  /**
   * What a token says.
   *
   * @throws AzureFault `InvalidAuthenticationToken` for a text that is no token
   * of this process, `ExpiredAuthenticationToken` for an old one.
   */
  read(token: string): TokenClaims {
    const [header, payload, signature, ...more] = token.split('.');
    const claims = payload ? decode(payload) : undefined;
    if (!signature || more.length > 0 || !isClaims(claims)) {
      throw unauthorized(
        'InvalidAuthenticationToken',
        'The access token is invalid.',
      );
    }
    const expected = Buffer.from(this.#sign(`${header}.${payload}`));
    const given = Buffer.from(signature);
    const isOurs =
      expected.length === given.length && timingSafeEqual(expected, given);
    if (!isOurs) {
      throw unauthorized(
        'InvalidAuthenticationToken',
        'The access token validation failure. Signature validation failed.',
      );
    }
    const now = this.#clock.now();
    if (claims.exp * 1000 <= now) {
      throw unauthorized(
        'ExpiredAuthenticationToken',
        `The access token expiry UTC time '${utc(
          claims.exp * 1000,
        )}' is earlier than current UTC time '${utc(now)}'.`,
      );
    }
    return claims;
  }

  #sign(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }
}

/** A refusal for want of a valid token. @internal */
export function unauthorized(code: string, message: string): AzureFault {
  return new AzureFault(code, message, {
    status: 401,
    headers: {
      'www-authenticate': `Bearer authorization_uri="https://login.windows.net/", error="invalid_token", error_description="${message}"`,
    },
  });
}

function utc(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
