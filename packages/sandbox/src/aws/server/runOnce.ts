import { Call, Operation } from './Operation';

/** A request's parameters as one text, in the order of their names. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).sort(([left], [right]) =>
            left < right ? -1 : 1,
          ),
        )
      : part,
  );
}

/**
 * Carries an operation out, or answers as before where the request repeats one
 * with its client token.
 *
 * @internal
 */
export function runOnce(
  operation: Operation,
  call: Call,
  input: Record<string, unknown>,
): unknown {
  const token = input.ClientToken;
  if (typeof token !== 'string' || token === '') {
    return operation.run(call, input);
  }
  const { accountId, region } = call.scope;
  return call.world.clientTokens.once(
    [accountId, region, operation.action, token].join('/'),
    textOf(input),
    () => operation.run(call, input),
  );
}
