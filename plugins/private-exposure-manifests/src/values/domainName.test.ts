import { isSingleLabel, isWithinDomain, plainHostSchema } from './domainName';

describe('plainHostSchema', () => {
  it.each(['payments.acme.example', 'a.b'])('takes %s', name => {
    expect(plainHostSchema.parse(name)).toBe(name);
  });

  it.each(['10.0.0.4', '*.k.acme.example', 'Payments.acme.example', 'acme'])(
    'refuses %s, and offers only what it takes',
    name => {
      const { error } = plainHostSchema.safeParse(name);
      const [{ message }] = error?.issues ?? [];
      const [, offered] = /such as '([^']+)'/.exec(message) ?? [];

      expect(plainHostSchema.parse(offered)).toBe('payments.acme.example');
      expect(message).toContain(`not '${name}'`);
    },
  );
});

describe('isWithinDomain', () => {
  it.each([
    ['acme.example', 'acme.example', true],
    ['payments.acme.example', 'acme.example', true],
    ['*.acme.example', 'acme.example', true],
    ['Payments.ACME.example.', 'acme.example', true],
    ['notacme.example', 'acme.example', false],
    ['acme.example.org', 'acme.example', false],
    ['example', 'acme.example', false],
    ['', 'acme.example', false],
    ['payments.acme.example', '.acme.example', true],
    ['acme.example', '.acme.example', false],
    ['payments.notacme.example', '.acme.example', false],
  ])('%s in %s: %s', (name, domain, expected) => {
    expect(isWithinDomain(name, domain)).toBe(expected);
  });
});

describe('isSingleLabel', () => {
  it.each([
    ['com', true],
    ['*.com', true],
    ['com.', true],
    ['acme.example', false],
    ['*.acme.example', false],
  ])('%s: %s', (name, expected) => {
    expect(isSingleLabel(name)).toBe(expected);
  });
});
