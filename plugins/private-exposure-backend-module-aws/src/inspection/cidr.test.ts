import fc from 'fast-check';
import { cidrContains } from './cidr';

const toNumber = (address: string) =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const sizeOf = (prefix: number) => 2 ** (32 - prefix);

describe('cidrContains', () => {
  it.each([
    ['10.0.0.0/8', '10.1.0.0/16', true],
    ['10.1.0.0/16', '10.0.0.0/8', false],
    ['0.0.0.0/0', '172.16.0.0/12', true],
    ['10.0.1.0/24', '10.0.1.7', true],
    ['10.0.1.0/24', '10.0.2.7', false],
    ['2001:db8::/32', '2001:db8:1::/48', true],
    ['::/0', '10.0.0.0/8', false],
    ['10.0.0.0/8', 'i-0123456789', false],
    ['10.0.0.0/40', '10.0.0.0/8', false],
  ])('says of %s and %s: %s', (range, inner, contained) => {
    expect(cidrContains(range, inner)).toBe(contained);
  });

  it('agrees with arithmetic on the first and last address', () => {
    const cidr = fc
      .record({ address: fc.ipV4(), prefix: fc.integer({ min: 0, max: 32 }) })
      .map(({ address, prefix }) => {
        const first =
          Math.floor(toNumber(address) / sizeOf(prefix)) * sizeOf(prefix);
        const aligned = [24, 16, 8, 0]
          .map(shift => Math.floor(first / 2 ** shift) % 256)
          .join('.');
        return { text: `${aligned}/${prefix}`, first, size: sizeOf(prefix) };
      });

    fc.assert(
      fc.property(cidr, cidr, (outer, inner) => {
        const contained =
          outer.first <= inner.first &&
          inner.first + inner.size <= outer.first + outer.size;
        expect(cidrContains(outer.text, inner.text)).toBe(contained);
      }),
    );
  });
});
