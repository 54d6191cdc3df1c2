import type {
  PipelinePolicy,
  PipelineRequest,
  PipelineResponse,
  SendRequest,
} from '@azure/core-rest-pipeline';
import type { AzureTokenCache } from './AzureTokenCache';

/** What the policy of one tenant's clients needs. @internal */
export interface TokenPolicyOptions {
  /** Where tokens come from. */
  tokens: Pick<AzureTokenCache, 'getToken' | 'forget'>;
  /** What tokens are for, such as `https://management.azure.com/.default`. */
  scope: string;
}

/**
 * Puts a token on each request, and another one on a request whose token Azure did not take: a call that is answered 401
 * was not carried out.
 *
 * @remarks
 * It stands in the place of the SDK's own, which keeps a token of its own in each client and gives it again after a 401,
 * unless that came with claims ("Claims challenges, claims requests, and client capabilities").
 *
 * @internal
 */
export function tokenPolicy({
  tokens,
  scope,
}: TokenPolicyOptions): PipelinePolicy {
  return {
    name: 'posternTokenPolicy',
    sendRequest: async (request, next) => {
      const first = await tokens.getToken(scope);
      const response = await sendWith(first.token, request, next);
      if (response.status !== 401) return response;
      const claims = readClaims(response.headers.get('www-authenticate'));
      const mayDiffer = claims !== undefined || tokens.forget(first.token);
      if (!mayDiffer) return response;
      const second = await tokens.getToken(scope, { claims });
      return second.token === first.token
        ? response
        : sendWith(second.token, request, next);
    },
  };
}

function sendWith(
  token: string,
  request: PipelineRequest,
  next: SendRequest,
): Promise<PipelineResponse> {
  request.headers.set('authorization', `Bearer ${token}`);
  return next(request);
}

/** The claims that a challenge asks for, decoded; `undefined` if it asks for none. */
function readClaims(challenge: string | undefined): string | undefined {
  if (!/\berror="insufficient_claims"/i.test(challenge ?? '')) return undefined;
  const encoded = /\bclaims="([^"]+)"/i.exec(challenge ?? '')?.[1];
  return encoded && Buffer.from(encoded, 'base64').toString('utf8');
}
