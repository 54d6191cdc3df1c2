import fc from 'fast-check';
import {
  formatGoAddress,
  isGoIpv4,
  parseGoAddress,
  parseMaskedPrefix,
} from './goAddress';

const print = (text: string) => {
  const address = parseGoAddress(text);
  return address && formatGoAddress(address);
};

describe('parseGoAddress', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['::ffff:10.0.0.1', '::ffff:10.0.0.1'],
    ['64:ff9b::10.0.0.1', '64:ff9b::a00:1'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
  ])('reads %s', (text, printed) => expect(print(text)).toBe(printed));

  it.each([
    '',
    'foobar',
    '10.0.0',
    '10.0.0.01',
    '10.0.0.256',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    '1:2:3:4:5:6:7:10.0.0.1',
    '::10.0.0.1.2',
    'fe80::1%',
    '10.0.0.1%eth0',
    ' 10.0.0.1',
  ])('refuses %j', text => expect(parseGoAddress(text)).toBeUndefined());

  it('prints every address so that it reads back the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), text => {
        const address = parseGoAddress(text);
        expect(address).toBeDefined();
        expect(parseGoAddress(formatGoAddress(address!))).toEqual(address);
      }),
    );
  });
});

describe('isGoIpv4', () => {
  it.each([
    ['10.0.0.1', true],
    ['::ffff:10.0.0.1', true],
    ['2001:db8::1', false],
    ['10.0.0.1%eth0', false],
    ['', false],
  ])('of %s is %s', (text, expected) => expect(isGoIpv4(text)).toBe(expected));
});

describe('parseMaskedPrefix', () => {
  it.each([
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['2001:DB8::/32', '2001:db8::/32'],
  ])('reads %s', (text, printed) =>
    expect(parseMaskedPrefix(text)).toMatchObject({ text: printed }),
  );

  it.each([
    [
      '10.0.0.1/24',
      'invalid CIDR `10.0.0.1/24`: not a valid network prefix, should be properly masked like 10.0.0.0/24',
    ],
    ['foobar', 'invalid CIDR `foobar`: netip.ParsePrefix("foobar"): no \'/\''],
    [
      '10.0.0.0/33',
      'invalid CIDR `10.0.0.0/33`: netip.ParsePrefix("10.0.0.0/33"): prefix length out of range',
    ],
    [
      '10.0.0.0/08',
      'invalid CIDR `10.0.0.0/08`: netip.ParsePrefix("10.0.0.0/08"): bad bits after slash: "08"',
    ],
    [
      'fe80::%eth0/64',
      'invalid CIDR `fe80::%eth0/64`: netip.ParsePrefix("fe80::%eth0/64"): IPv6 zones cannot be present in a prefix',
    ],
  ])('refuses %s with the words of the controller', (text, problem) =>
    expect(parseMaskedPrefix(text)).toEqual({ problem }),
  );
});
