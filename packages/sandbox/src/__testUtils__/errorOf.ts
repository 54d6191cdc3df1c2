import { RestError } from '@azure/core-rest-pipeline';

/** The error of a call to Azure that must fail. */
export async function errorOf(call: Promise<unknown>): Promise<RestError> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof RestError) return outcome;
  throw new Error(`The call did not fail as expected: ${outcome}`);
}
