import { BlockList } from 'node:net';
import fc from 'fast-check';
import { coverageOf } from './coverageOf';

interface Family {
  name: 'ipv4' | 'ipv6';
  /** The shortest prefix of the ranges: what is left has few addresses, so that ranges meet and overlap. */
  prefix: number;
  bits: number;
  /** The address of this number in the small network. */
  address(number: number): string;
}

const families: Family[] = [
  {
    name: 'ipv4',
    prefix: 26,
    bits: 32,
    address: number => `10.1.255.${192 + number}`,
  },
  {
    name: 'ipv6',
    prefix: 122,
    bits: 128,
    address: number => `2001:db8::ffff:${(0xffc0 + number).toString(16)}`,
  },
];

/** Ranges inside a network of sixty-four addresses. */
function rangesOf({ prefix, bits, address }: Family) {
  return fc
    .record({
      number: fc.integer({ min: 0, max: 63 }),
      length: fc.integer({ min: prefix, max: bits }),
    })
    .map(({ number, length }) => {
      const size = 2 ** (bits - length);
      return `${address(Math.floor(number / size) * size)}/${length}`;
    });
}

/** Node's own list of ranges, which is asked for one address at a time. */
function blockListOf(cidrs: string[], name: Family['name']): BlockList {
  const list = new BlockList();
  for (const cidr of cidrs) {
    const [address, length] = cidr.split('/');
    list.addSubnet(address, Number(length), name);
  }
  return list;
}

describe('coverageOf', () => {
  it.each([
    ['10.1.0.0/24', ['10.1.0.0/25', '10.1.0.128/25'], 'all'],
    ['10.1.0.0/24', ['10.1.0.128/25', '10.1.0.0/26', '10.1.0.64/26'], 'all'],
    ['10.1.0.0/24', ['10.1.0.0/25', '10.1.0.192/26'], 'some'],
    ['10.1.0.0/24', ['10.1.0.77/32'], 'some'],
    ['10.1.0.0/24', ['10.1.1.0/24', '::/0'], 'none'],
    ['2001:db8::/64', ['2001:db8::/65', '2001:db8:0:0:8000::/65'], 'all'],
    ['2001:db8::/64', ['2001:db8::1', '10.0.0.0/8'], 'some'],
    ['2001:db8::/64', ['0.0.0.0/0'], 'none'],
    ['::ffff:10.1.0.0/120', ['::ffff:a01:0/112'], 'all'],
    ['fe80::/10', ['fe80::1%eth0'], 'none'],
  ])('says of %s and %j: %s', (network, open, coverage) => {
    expect(coverageOf([network], open)).toBe(coverage);
  });

  it.each(families)('agrees with looking at every $name address', family => {
    const range = rangesOf(family);
    const networks = fc.array(range, { minLength: 1, maxLength: 3 });

    fc.assert(
      fc.property(networks, fc.array(range), (network, open) => {
        const inside = blockListOf(network, family.name);
        const letIn = blockListOf(open, family.name);
        const addresses = Array.from({ length: 64 }, (_, number) =>
          family.address(number),
        ).filter(address => inside.check(address, family.name));
        const count = addresses.filter(address =>
          letIn.check(address, family.name),
        ).length;
        const some = count === 0 ? 'none' : 'some';

        expect(coverageOf(network, open)).toBe(
          count === addresses.length ? 'all' : some,
        );
      }),
      { numRuns: 500 },
    );
  });
});
