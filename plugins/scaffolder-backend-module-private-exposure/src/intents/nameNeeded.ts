import { InputError } from '@backstage/errors';

/** The error for a name that no entity gives, of the input field that it comes from. @internal */
export function nameNeeded(field: string): InputError {
  return new InputError(
    `${field}: is needed where no component is chosen, for nothing else says it`,
  );
}
