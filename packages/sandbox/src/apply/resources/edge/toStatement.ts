import { isMap, Value } from '../../terraform/expression';
import { Args } from '../args';

// Words that the API writes as they are spoken.
const WORDS: Record<string, string> = {
  ip: 'IP',
  arn: 'ARN',
  uri: 'Uri',
};

/**
 * A statement of a rule as the WAFv2 API has it, from Terraform's nested blocks.
 * @internal
 */
export function toStatement(block: Args): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(block)
      .filter(([, value]) => !isEmpty(value))
      .map(([name, value]) => [pascalCase(name), toPart(name, value)]),
  );
}

function toPart(name: string, value: Value): unknown {
  // `and` and `or` hold several statements, `not` and the rest one.
  if (name === 'or_statement' || name === 'and_statement') {
    const [first] = Array.isArray(value) ? value : [value];
    const inner = isMap(first) ? first.statement : [];
    const list = Array.isArray(inner) ? inner : [inner];
    return { Statements: list.filter(isMap).map(toStatement) };
  }
  if (Array.isArray(value) && value.every(isMap)) {
    const [first, ...others] = value;
    const isOne = others.length === 0;
    return isOne ? toStatement(first ?? {}) : value.map(toStatement);
  }
  return isMap(value) ? toStatement(value) : value;
}

function isEmpty(value: Value): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function pascalCase(name: string): string {
  // `IPSetReferenceStatement`, but `ForwardedIPConfig`.
  return name
    .split('_')
    .map(word => WORDS[word] ?? word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
