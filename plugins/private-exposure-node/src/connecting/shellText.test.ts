import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { shellText } from './shellText';

const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    "'; rm -rf / #",
    '$(reboot) `reboot` ${PATH}',
    '"\\\n\r',
    '\u2028\u2029\b\f',
    '',
  ),
);

describe('shellText', () => {
  it('is one word to a shell, whatever the text', () => {
    fc.assert(
      fc.property(
        // No argument of a process can hold this one.
        oddText.filter(text => !text.includes('\0')),
        text => {
          const output = execFileSync(
            'sh',
            ['-c', `printf '%s|' ${shellText(text)}`],
            { encoding: 'utf8' },
          );
          expect(output).toBe(`${text}|`);
        },
      ),
      { numRuns: 25 },
    );
  });
});
