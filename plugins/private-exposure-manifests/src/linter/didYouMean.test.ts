import fc from 'fast-check';
import { didYouMean } from './didYouMean';

/** Levenshtein's distance, as its definition says it. */
function edits(left: string, right: string): number {
  if (left === '' || right === '') return left.length + right.length;
  if (left[0] === right[0]) return edits(left.slice(1), right.slice(1));
  return (
    1 +
    Math.min(
      edits(left.slice(1), right),
      edits(left, right.slice(1)),
      edits(left.slice(1), right.slice(1)),
    )
  );
}

describe('didYouMean', () => {
  it.each([
    ['shceme', 'scheme'],
    ['healthcheck-intervall', 'healthcheck-interval'],
    ['ssl-port', 'ssl-ports'],
    ['type', 'type'],
  ])('knows what was meant by %s', (word, meant) => {
    const known = ['scheme', 'subnets', 'type', 'ssl-ports', 'ssl-cert'];
    expect(didYouMean(word, [...known, 'healthcheck-interval'])).toBe(meant);
  });

  it('knows nothing where no word is near', () => {
    expect(didYouMean('colour', ['scheme', 'subnets'])).toBeUndefined();
  });

  it('names a word if and only if one is at most two edits away, and the first of the nearest', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'c'),
      maxLength: 7,
    });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 6 }), (asked, known) => {
        const far = known.map(one => edits(asked, one));
        const least = Math.min(...far);
        expect(didYouMean(asked, known)).toBe(
          least <= 2 ? known[far.indexOf(least)] : undefined,
        );
      }),
    );
  });
});
