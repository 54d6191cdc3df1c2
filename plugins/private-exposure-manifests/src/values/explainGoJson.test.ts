import { explainGoJson } from './explainGoJson';

// Expected are the texts of Go's json.Unmarshal for the same input.
describe('explainGoJson', () => {
  it.each([
    ['', 'unexpected end of JSON input'],
    [' \t\n', 'unexpected end of JSON input'],
    ['[{"HTTP": 80}', 'unexpected end of JSON input'],
    ['"open', 'unexpected end of JSON input'],
    ['tru', "invalid character ' ' in literal true (expecting 'e')"],
    ['x', "invalid character 'x' looking for beginning of value"],
    ['this', "invalid character 'h' in literal true (expecting 'r')"],
    ['nul!', "invalid character '!' in literal null (expecting 'l')"],
    [
      "{'HTTP': 80}",
      "invalid character '\\'' looking for beginning of object key string",
    ],
    [
      '{type: 1}',
      "invalid character 't' looking for beginning of object key string",
    ],
    [
      '{"a":1,}',
      "invalid character '}' looking for beginning of object key string",
    ],
    ['[1,]', "invalid character ']' looking for beginning of value"],
    ['{"a" 1}', "invalid character '1' after object key"],
    ['{"a":1 "b":2}', `invalid character '"' after object key:value pair`],
    ['[1 2]', "invalid character '2' after array element"],
    ['[1}', "invalid character '}' after array element"],
    ['{} {}', "invalid character '{' after top-level value"],
    ['{"a\\x":1}', "invalid character 'x' in string escape code"],
    ['"\\u00g0"', "invalid character 'g' in \\u hexadecimal character escape"],
    ['"a\nb"', "invalid character '\\n' in string literal"],
    ['-x', "invalid character 'x' in numeric literal"],
    ['01', "invalid character '1' after top-level value"],
    ['1.', "invalid character ' ' after decimal point in numeric literal"],
    ['-', "invalid character ' ' in numeric literal"],
    ['{"a', 'unexpected end of JSON input'],
    ['1.x', "invalid character 'x' after decimal point in numeric literal"],
    ['1e+x', "invalid character 'x' in exponent of numeric literal"],
    // A typographic quote, as word processors write it.
    [
      '{\u201ctype\u201d: 1}',
      "invalid character 'â' looking for beginning of object key string",
    ],
  ])('says of %j: %s', (text, why) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(explainGoJson(text)).toBe(why);
  });

  it.each([
    '{"a\\u0041\\n\\"":[true,false,null,-0.5e+10,0,{},[]," "]}',
    ' [ 1 , 2.5 , { "k" : "v" } ] ',
  ])('finds no fault before the end of %j', text => {
    expect(() => JSON.parse(text)).not.toThrow();
    expect(explainGoJson(text)).toBe('unexpected end of JSON input');
  });

  it('explains deeply nested text', () => {
    expect(explainGoJson(`${'['.repeat(200_000)}x`)).toBe(
      "invalid character 'x' looking for beginning of value",
    );
  });
});
