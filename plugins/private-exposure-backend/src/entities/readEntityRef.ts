import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, isError } from '@backstage/errors';

/**
 * An entity reference from outside, in the form in which the catalog has it.
 *
 * @param field - where it was sent, for the message
 * @throws InputError if it is none
 * @internal
 */
export function readEntityRef(field: string, ref: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch (error) {
    throw new InputError(
      `'${field}' must be an entity reference such as 'component:default/payments', not '${ref}'`,
      isError(error) ? error : undefined,
    );
  }
}
