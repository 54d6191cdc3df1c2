import { requestIdIn } from './requestId';

describe('requestIdIn', () => {
  it.each([
    [
      'Postern 7B0C1F58-5d0e-4e6f-9a51-0f6f4d4ad001.',
      '7b0c1f58-5d0e-4e6f-9a51-0f6f4d4ad001',
    ],
    // No random id: its version is another.
    ['7b0c1f58-5d0e-1e6f-9a51-0f6f4d4ad001', undefined],
    ['Please approve', undefined],
    [undefined, undefined],
  ])('finds in %s: %s', (text, id) => {
    expect(requestIdIn(text)).toBe(id);
  });
});
