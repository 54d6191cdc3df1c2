import { AwsFault } from '../../world';

/**
 * A parameter that must be there.
 *
 * @throws AwsFault that names it, `MissingParameter` unless the service has
 * another code.
 * @internal
 */
export function required<TValue>(
  value: TValue | undefined,
  name: string,
  code: string = 'MissingParameter',
): TValue {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) {
    throw new AwsFault(code, `The request must contain the parameter ${name}`);
  }
  return value;
}
