import fc from 'fast-check';
import { ControllerRefusal } from '../plan/ControllerRefusal';
import { LbcAnnotations } from './LbcAnnotations';

const read = (value: string) => new LbcAnnotations({ 'a.io/k': value }, 'a.io');

describe('LbcAnnotations', () => {
  it('takes the first prefix that the annotation stands under', () => {
    const annotations = new LbcAnnotations(
      { 'b.io/k': 'b', 'c.io/k': 'c', 'b.io/n': 'x' },
      'a.io',
    );
    const lookup = { alternativePrefixes: ['b.io', 'c.io'] };
    expect(annotations.string('k', lookup)).toBe('b');
    expect(annotations.keyOf('k', lookup)).toBe('b.io/k');
    expect(annotations.keyOf('k')).toBe('a.io/k');
    expect(() => annotations.int64('n', lookup)).toThrow(
      'failed to parse int64 annotation, b.io/n: x: strconv.ParseInt: parsing "x": invalid syntax',
    );
  });

  it('takes what is no text for missing', () => {
    const annotations = new LbcAnnotations(
      { 'a.io/k': true } as unknown as Record<string, string>,
      'a.io',
    );
    expect(annotations.has('k')).toBe(false);
    expect(new LbcAnnotations({}, 'a').has('toString')).toBe(false);
  });

  it.each([
    ['1', true],
    ['T', true],
    ['FALSE', false],
  ])('reads %s as a boolean', (value, expected) => {
    expect(read(value).boolean('k')).toBe(expected);
  });

  it.each(['yes', 'tRue', '', ' true', 'on'])('refuses %j as one', value => {
    expect(() => read(value).boolean('k')).toThrow(
      new ControllerRefusal(
        `failed to parse bool annotation, a.io/k: ${value}: strconv.ParseBool: parsing ${JSON.stringify(
          value,
        )}: invalid syntax`,
        [],
      ),
    );
  });

  it('quotes what can not be seen as Go does', () => {
    expect(() =>
      read('a"\u200b\u00a0\u0007\u007f\u{e0001}é').int64('k'),
    ).toThrow(
      String.raw`parsing "a\"\u200b\u00a0\a\x7f\U000e0001é": invalid syntax`,
    );
  });

  it.each([
    ['+7', 7],
    ['-0', 0],
    ['007', 7],
    ['2147483647', 2147483647],
    ['-2147483648', -2147483648],
  ])('reads %s as an integer of 32 bits', (value, expected) => {
    expect(read(value).int32('k')! + 0).toBe(expected);
  });

  it.each(['1_000', '0x10', '1.0', '2147483648', '', ' 1', '1e3'])(
    'refuses %j as one',
    value => {
      expect(() => read(value).int32('k')).toThrow(ControllerRefusal);
    },
  );

  it('drops the spaces that Go knows, and only those', () => {
    expect(read('a\u0085,\u00a0b , ,\ufeffc').stringList('k')).toEqual([
      'a',
      'b',
      '\ufeffc',
    ]);
  });

  it.each([
    ['', {}],
    ['a=', { a: '' }],
    ['a=b=c', { a: 'b=c' }],
    ['a=1\\,2,b=3', { a: '1,2', b: '3' }],
    ['a = 1 , b = 2', { a: '1', b: '2' }],
    // Where no pair follows, the comma is the last value's.
    ['a=1,', { a: '1,' }],
    ['a=1,a=2', { a: '2' }],
    ['__proto__=1', Object.fromEntries([['__proto__', '1']])],
  ])('reads %j as pairs', (value, expected) => {
    expect(read(value).stringMap('k')).toEqual(expected);
  });

  it.each(['a', ',a=1', 'a=1,,b=2', '=1', 'a=1,b', ' '])(
    'refuses %j as pairs',
    value => {
      expect(() => read(value).stringMap('k')).toThrow(
        new ControllerRefusal(
          `failed to parse stringMap annotation, a.io/k: ${value}`,
          [],
        ),
      );
    },
  );

  it('reads pairs back that were written with their commas escaped', () => {
    const word = fc.stringMatching(/^[a-z.=]*[a-z]$/);
    const pairs = fc.dictionary(
      fc.stringMatching(/^[a-z._]+$/),
      fc.array(word, { minLength: 1 }).map(words => words.join(',')),
    );
    fc.assert(
      fc.property(pairs, map => {
        const text = Object.entries(map)
          .map(([key, value]) => `${key}=${value.replaceAll(',', '\\,')}`)
          .join(',');
        expect(read(text).stringMap('k')).toEqual(map);
      }),
    );
  });

  it('reads a megabyte of commas without getting slow', () => {
    const text = `a=${','.repeat(1_000_000)}b=1`;
    expect(() => read(text).stringMap('k')).toThrow(ControllerRefusal);
  });
});
