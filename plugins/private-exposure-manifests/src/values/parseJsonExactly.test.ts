import * as fc from 'fast-check';
import { JsonNumber, JsonValue, parseJsonExactly } from './parseJsonExactly';

/** What `JSON.parse` makes of the same text. */
function withNumbers(value: JsonValue): unknown {
  if (value instanceof JsonNumber) return Number(value.literal);
  if (Array.isArray(value)) return value.map(withNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withNumbers(one)]),
  );
}

describe('parseJsonExactly', () => {
  it.each([
    '0',
    '-0',
    '1.0',
    '1e2',
    '1E+2',
    '-0.5e-10',
    '99999999999999999999',
  ])('keeps %s as it is written', literal => {
    const number = new JsonNumber(literal);
    expect(parseJsonExactly(literal)).toEqual(number);
    expect(parseJsonExactly(` [${literal},\n{"a" :${literal}}]`)).toEqual([
      number,
      { a: number },
    ]);
  });

  it.each([
    '"1.0, [2] {3} \\" \\\\"',
    '{"1.0": "1.0", "\\u0031": {}, "a\\\\": []}',
    '{"a": 1, "a": {"b": null}, "10": true, "9": false}',
    '{"__proto__": {"a": 1.5}, "constructor": 2}',
    '[[], {}, [[{}]], "", " ", null]',
  ])('reads %s as JSON.parse does', text => {
    expect(JSON.stringify(withNumbers(parseJsonExactly(text)))).toBe(
      JSON.stringify(JSON.parse(text)),
    );
  });

  it('reads any JSON as JSON.parse does, with and without spaces', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('', ' ', '\t'),
        (any, gap) => {
          const text = JSON.stringify(any, undefined, gap);
          expect(JSON.stringify(withNumbers(parseJsonExactly(text)))).toBe(
            JSON.stringify(JSON.parse(text)),
          );
        },
      ),
    );
  });

  it('refuses what is no JSON', () => {
    expect(() => parseJsonExactly('{"a": 01}')).toThrow(SyntaxError);
    expect(() => parseJsonExactly('["open]')).toThrow(SyntaxError);
  });

  it('reads deeply nested text', () => {
    const depth = 200_000;
    const text = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(parseJsonExactly(text)).toHaveLength(1);
  });
});
