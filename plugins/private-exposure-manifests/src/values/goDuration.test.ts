import fc from 'fast-check';
import { parseGoDurationSeconds } from './goDuration';

describe('parseGoDurationSeconds', () => {
  it.each([
    ['10m', 600],
    ['1h30m', 5400],
    ['20.5s', 20],
    ['.5m', 30],
    ['1.s', 1],
    ['1500ms', 1],
    ['999999us', 0],
    ['0', 0],
    ['-10s', -10],
    ['+10s', 10],
    ['59.9999999999999999s', 59],
    ['000000000000000000000001s', 1],
    ['2562047h47m16s', 9223372036],
  ])('reads %s', (text, seconds) =>
    expect(parseGoDurationSeconds(text)).toBe(seconds),
  );

  it.each([
    '',
    '-',
    '600',
    '10',
    'm',
    '.s',
    '10 m',
    '10d',
    '1m30',
    '2562048h',
    'foo',
  ])('refuses %j', text =>
    expect(parseGoDurationSeconds(text)).toBeUndefined(),
  );

  it('adds its parts up', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(59), fc.nat(59), (h, m, s) => {
        expect(parseGoDurationSeconds(`${h}h${m}m${s}s`)).toBe(
          h * 3600 + m * 60 + s,
        );
      }),
    );
  });
});
