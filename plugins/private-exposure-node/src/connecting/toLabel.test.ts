import { toLabel } from './toLabel';

describe('toLabel', () => {
  it.each([
    ['payments', 'payments'],
    ['Payments API (v2)', 'payments_api_v2'],
    ['2fa', 'service_2fa'],
    ['***', 'service'],
    ['x'.repeat(99), 'x'.repeat(40)],
  ])('turns %s into %s', (title, label) => {
    expect(toLabel(title)).toBe(label);
  });
});
