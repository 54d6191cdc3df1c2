import { AwsFault } from './AwsFault';

/**
 * What came of calls with a client token: the same call again gets the same
 * answer and makes nothing new. EC2 forgets tokens after a while, the sandbox
 * when it is reset.
 *
 * @public
 */
export class ClientTokens {
  readonly #answers = new Map<string, { request: string; answer: unknown }>();

  /**
   * The answer to an earlier call with this token, or that of `make`.
   *
   * @param key - Whose token it is, for which action, and the token.
   * @param request - The parameters of the call, the same text for the same ones.
   * @throws AwsFault `IdempotentParameterMismatch` if the parameters differ.
   */
  once(key: string, request: string, make: () => unknown): unknown {
    const earlier = this.#answers.get(key);
    if (earlier && earlier.request !== request) {
      throw new AwsFault(
        'IdempotentParameterMismatch',
        'The request uses a client token that an earlier request used with other parameters.',
      );
    }
    const answer = earlier ? earlier.answer : make();
    this.#answers.set(key, { request, answer });
    return answer;
  }
}
