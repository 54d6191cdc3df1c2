import { quoteBicep } from './quoteBicep';
import { BicepReference, BicepResource, BicepValue } from './values';

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
// A key that needs no quotes. Bicep reads these words as keywords wherever they stand (its `TokenType`), so as no names.
const PLAIN_KEY = /^(?!(?:true|false|null|as|with)$)[A-Za-z_][A-Za-z0-9_]*$/;
// Properties of symbols only: no calls, operators or line ends.
const REFERENCE = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*|\[\d+\])*$/;

function isReference(value: object): value is BicepReference {
  return 'reference' in value;
}

function checkSymbol(text: string): string {
  if (!IDENTIFIER.test(text))
    throw new RangeError(`${JSON.stringify(text)} is not a Bicep symbol`);
  return text;
}

function writeReference({ reference }: BicepReference): string {
  if (!REFERENCE.test(reference)) {
    throw new RangeError(
      `${JSON.stringify(reference)} is not a Bicep reference`,
    );
  }
  return reference;
}

function writeObject(
  properties: Record<string, BicepValue>,
  indent: string,
): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(
    ([key, value]) =>
      `${inner}${PLAIN_KEY.test(key) ? key : quoteBicep(key)}: ${writeValue(
        value,
        inner,
      )}\n`,
  );
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent}}`;
}

function writeValue(value: BicepValue, indent: string): string {
  if (typeof value === 'string') return quoteBicep(value);
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError(`${value} is not a whole number`);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) {
    const inner = `${indent}  `;
    const lines = value.map(item => `${inner}${writeValue(item, inner)}\n`);
    return lines.length === 0 ? '[]' : `[\n${lines.join('')}${indent}]`;
  }
  return isReference(value)
    ? writeReference(value)
    : writeObject(value.object, indent);
}

/**
 * Writes resources the way `bicep format` leaves them, with an empty line between them.
 *
 * @throws RangeError where a symbol, reference or text can't be represented.
 * @public
 */
export function writeBicep(resources: readonly BicepResource[]): string {
  return resources
    .map(({ symbol, type, isExisting, body }) => {
      const existing = isExisting ? ' existing' : '';
      return `resource ${checkSymbol(symbol)} ${quoteBicep(
        type,
      )}${existing} = ${writeObject(body, '')}\n`;
    })
    .join('\n');
}
