import fc from 'fast-check';
import { StateReader } from './StateReader';

const words = {
  pending: 'pending',
  approved: 'connected',
  timeout: 'expired',
} as const;

function readerOf() {
  const warnings: string[] = [];
  const states = StateReader.create({
    cloud: 'Nimbus',
    logger: { warn: message => warnings.push(message) },
  });
  return { states, warnings };
}

describe('StateReader', () => {
  it('reads a word whatever its case', () => {
    const { states, warnings } = readerOf();

    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(words) as (keyof typeof words)[])),
        fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
        (word, uppers) => {
          const mixed = [...word]
            .map((letter, at) => (uppers[at] ? letter.toUpperCase() : letter))
            .join('');
          expect(states.read('connection', mixed, words)).toBe(words[word]);
        },
      ),
    );
    expect(warnings).toEqual([]);
  });

  it('logs a new word once for each subject, names of object members too', () => {
    const { states, warnings } = readerOf();

    for (const word of ['Asleep', 'asleep', 'constructor', undefined]) {
      expect(states.read('target', word, words)).toBeUndefined();
    }
    states.read('load balancer', 'asleep', words);

    expect(warnings).toHaveLength(4);
    expect(warnings[0]).toContain(
      "Nimbus sent the state 'Asleep' for a target",
    );
  });
});
