import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import type { FederatedCredential, ServicePrincipal } from '../../azureWorld';

/** Why the directory does not take an assertion, in its own words. @internal */
export interface AssertionRefusal {
  /** The number behind `AADSTS`. */
  code: number;
  description: string;
}

interface Assertion {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  signed: Buffer;
  signature: Buffer;
}

/** What an assertion of another issuer must be for. */
const EXCHANGE_AUDIENCE = 'api://AzureADTokenExchange';
/** How far clocks may be apart. */
const SKEW_SECONDS = 300;

/**
 * Verifies a JWT that an application presents in the place of a secret: one that it signed with its certificate
 * ("Microsoft identity platform application authentication certificate credentials"), or one of an issuer that it trusts,
 * such as a cluster ("Workload identity federation").
 *
 * @param tokenEndpoint - whom an application's own assertion must be for
 * @returns why it is refused; undefined for a good one
 * @internal
 */
export function verifyAssertion(
  text: string,
  principal: ServicePrincipal,
  tokenEndpoint: string,
): AssertionRefusal | undefined {
  const assertion = readAssertion(text);
  if (!assertion) {
    return refusal(50027, 'JWT token is invalid or malformed.');
  }
  const isOwn = assertion.claims.iss === principal.clientId;
  const refused = isOwn
    ? verifyOwn(assertion, principal, tokenEndpoint)
    : verifyFederated(assertion, principal);
  return refused ?? verifyTime(assertion);
}

function verifyOwn(
  assertion: Assertion,
  { clientId, certificates = [] }: ServicePrincipal,
  tokenEndpoint: string,
): AssertionRefusal | undefined {
  const { header, claims } = assertion;
  const certificate = certificates.find(
    pem => thumbprintOf(pem) === header['x5t#S256'],
  );
  if (!certificate) {
    return refusal(
      700027,
      `The certificate with identifier used to sign the client assertion is not registered on application '${clientId}'.`,
    );
  }
  if (claims.aud !== tokenEndpoint) {
    return refusal(
      700023,
      'Client assertion audience claim does not match Realm issuer.',
    );
  }
  if (claims.sub !== clientId) {
    return refusal(
      700021,
      'Client assertion application identifier does not match the client_id parameter.',
    );
  }
  return isSignedBy(assertion, certificate) ? undefined : badSignature();
}

function verifyFederated(
  assertion: Assertion,
  { federatedCredentials = [] }: ServicePrincipal,
): AssertionRefusal | undefined {
  const { iss, sub, aud } = assertion.claims;
  const ofIssuer = federatedCredentials.filter(({ issuer }) => issuer === iss);
  const found: FederatedCredential | undefined = ofIssuer.find(
    ({ subject }) => subject === sub,
  );
  if (!found) {
    return refusal(
      ofIssuer.length > 0 ? 700213 : 700211,
      `No matching federated identity record found for presented assertion ${
        ofIssuer.length > 0 ? `subject '${sub}'` : `issuer '${iss}'`
      }.`,
    );
  }
  if (![aud].flat().includes(EXCHANGE_AUDIENCE)) {
    return refusal(
      700212,
      `No matching federated identity record found for presented assertion audience '${aud}'.`,
    );
  }
  return isSignedBy(assertion, found.publicKey) ? undefined : badSignature();
}

/** By the machine's time, which the application's own clock has, whatever the sandbox's says. */
function verifyTime({ claims }: Assertion): AssertionRefusal | undefined {
  const now = Date.now() / 1000;
  const { exp, nbf = 0 } = claims;
  const isNow =
    Number(exp) > now - SKEW_SECONDS && Number(nbf) < now + SKEW_SECONDS;
  return isNow
    ? undefined
    : refusal(700024, 'Client assertion is not within its valid time range.');
}

function isSignedBy(assertion: Assertion, publicKey: string): boolean {
  const { header, signed, signature } = assertion;
  switch (header.alg) {
    case 'RS256':
      return verify('sha256', signed, publicKey, signature);
    case 'PS256':
      return verify(
        'sha256',
        signed,
        {
          key: publicKey,
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
        },
        signature,
      );
    default:
      return false;
  }
}

function thumbprintOf(pem: string): string {
  const { raw } = new X509Certificate(pem);
  return createHash('sha256').update(raw).digest('base64url');
}

function readAssertion(text: string): Assertion | undefined {
  const [header, claims, signature, ...more] = text.split('.');
  if (!signature || more.length > 0) return undefined;
  const [head, body] = [header, claims].map(decode);
  return head && body
    ? {
        header: head,
        claims: body,
        signed: Buffer.from(`${header}.${claims}`),
        signature: Buffer.from(signature, 'base64url'),
      }
    : undefined;
}

function decode(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(
      Buffer.from(part, 'base64url').toString('utf8'),
    );
    return typeof value === 'object' && value !== null
      ? { ...value }
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function badSignature(): AssertionRefusal {
  return refusal(
    50013,
    'Assertion failed signature validation. [Reason - The key was not found.].',
  );
}

function refusal(code: number, description: string): AssertionRefusal {
  return { code, description };
}
