import { AwsFault } from '../../world';

/**
 * A value out of those that a parameter may have; absence stays absence.
 *
 * @throws AwsFault with the code given for any other value.
 * @internal
 */
export function oneOf<TValue extends string>(
  value: string | undefined,
  allowed: readonly TValue[],
  parameter: { name: string; code: string },
): TValue | undefined {
  const found = allowed.find(one => one === value);
  if (value !== undefined && !found) {
    throw new AwsFault(
      parameter.code,
      `The value '${value}' of ${
        parameter.name
      } is invalid; use one of ${allowed.join(', ')}`,
    );
  }
  return found;
}
