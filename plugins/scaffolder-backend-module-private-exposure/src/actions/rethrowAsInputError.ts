import { InputError, isError } from '@backstage/errors';

/** Errors of the manifests package that the person at the form can do something about. */
const correctable = [
  'InvalidIntentError',
  'UnsafeEditError',
  'HclSyntaxError',
];

/**
 * Turns what the manifests package refused into an `InputError`, which keeps the name of the field or file; any other
 * error passes as it is.
 *
 * @remarks Checked by name: two copies of the package may be installed.
 *
 * @internal
 */
export function rethrowAsInputError(error: unknown): never {
  if (isError(error) && correctable.includes(error.name)) {
    throw new InputError(error.message);
  }
  throw error;
}
