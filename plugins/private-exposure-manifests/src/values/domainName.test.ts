import { isSingleLabel, isWithinDomain } from './domainName';

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
