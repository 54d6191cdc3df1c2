import { AwsFault } from '../../world';
import { ScalarShape } from './shapes';

/**
 * Reads a value without parts from its text.
 *
 * @throws AwsFault `InvalidParameterValue` for text that is no number, boolean
 * or time where one belongs.
 * @internal
 */
export function readScalar(
  shape: ScalarShape,
  value: string,
  name: string,
): unknown {
  switch (shape.type) {
    case 'boolean':
      if (/^true$/i.test(value)) return true;
      if (/^false$/i.test(value)) return false;
      throw invalidValue(value, name, 'a boolean');
    case 'integer':
      if (/^[+-]?\d+$/.test(value)) return Number(value);
      throw invalidValue(value, name, 'an integer');
    case 'float':
      return Number(value);
    case 'timestamp':
      return readTimestamp(value, name);
    default:
      return value;
  }
}

function readTimestamp(value: string, name: string): Date {
  const isSeconds = /^-?\d+(\.\d+)?$/.test(value);
  const date = new Date(isSeconds ? Number(value) * 1000 : value);
  if (Number.isNaN(date.getTime())) throw invalidValue(value, name, 'a time');
  return date;
}

/** What is not of the type that belongs there. @internal */
export function invalidValue(
  value: unknown,
  name: string,
  expected: string,
): AwsFault {
  return new AwsFault(
    'InvalidParameterValue',
    `Invalid value '${value}' for ${name}. It must be ${expected}.`,
  );
}
