import { toResourceName } from './toResourceName';

describe('toResourceName', () => {
  it.each([
    ['payments', '', 'payments'],
    ['Payments.API_v2', '', 'payments-api-v2'],
    ['a--b', '-private-link', 'a-b-private-link'],
    [`${'x'.repeat(36)}-y`, '-private-link', `${'x'.repeat(36)}-private-link`],
    ['x'.repeat(63), '', 'x'.repeat(50)],
  ])('makes a name out of %s%s', (name, suffix, expected) => {
    expect(toResourceName(name, suffix)).toBe(expected);
  });
});
