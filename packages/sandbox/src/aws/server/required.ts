import { AwsFault } from '../../world';

/**
 * A parameter that must be there.
 *
 * @throws AwsFault `MissingParameter` that names it.
 * @internal
 */
export function required<TValue>(
  value: TValue | undefined,
  name: string,
): TValue {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) {
    throw new AwsFault(
      'MissingParameter',
      `The request must contain the parameter ${name}`,
    );
  }
  return value;
}
