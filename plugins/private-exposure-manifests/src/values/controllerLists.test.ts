import {
  isAzureTrue,
  isAzureTrueTrimmed,
  parseAzureInt32,
  parseSpaceList,
} from './azureParsers';
import { parseInTreePairs, parseInTreePorts } from './inTreeParsers';

describe('what the Azure cloud provider reads', () => {
  it('takes true in any case, and with spaces only where it drops them', () => {
    expect(['true', 'True', 'TRUE'].every(isAzureTrue)).toBe(true);
    expect(['1', 'yes', 'on', '', ' true'].some(isAzureTrue)).toBe(false);
    expect(isAzureTrueTrimmed(' True\n')).toBe(true);
  });

  it('parts lists by spaces, so that a comma makes one item of two', () => {
    expect(parseSpaceList('  a   b ')).toEqual(['a', 'b']);
    expect(parseSpaceList('a,b')).toEqual(['a,b']);
  });

  it.each([
    ['   4   ', { value: 4 }],
    ['+4', { value: 4 }],
    [
      'cookies',
      {
        problem:
          'error value: strconv.ParseInt: parsing "cookies": invalid syntax: cookies value must be a whole number',
      },
    ],
    [
      '2147483648',
      {
        problem:
          'error value: strconv.ParseInt: parsing "2147483648": value out of range: 2147483648 value must be a whole number',
      },
    ],
  ])('reads the number %j', (text, expected) =>
    expect(parseAzureInt32(text)).toEqual(expected),
  );
});

describe('what the in-tree AWS provider reads', () => {
  it('takes a pair without a value, and loses what follows a second =', () => {
    expect(parseInTreePairs(' a=1 , b , c=, =d, e=f=g')).toEqual({
      a: '1',
      b: '',
      c: '',
      e: 'f',
    });
  });

  it('keeps a key that every object has', () => {
    expect(Object.entries(parseInTreePairs('__proto__=1,toString=2'))).toEqual([
      ['__proto__', '1'],
      ['toString', '2'],
    ]);
  });

  it('keeps the space in a list of ports, which makes a name of a number', () => {
    expect(parseInTreePorts('80, 443')).toEqual({
      numbers: new Set([80]),
      names: new Set([' 443']),
    });
    expect(parseInTreePorts('*')).toBeUndefined();
  });
});
