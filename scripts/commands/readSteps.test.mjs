import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSteps } from './readSteps.mjs';

const known = ['types', 'lint', 'unit', 'e2e'];

describe('readSteps', () => {
  it('takes every step where none is named', () => {
    assert.deepEqual(readSteps([], known), {
      chosen: known,
      forPlaywright: [],
    });
  });

  it('takes the steps in the order in which they are named', () => {
    assert.deepEqual(readSteps(['e2e', 'lint'], known), {
      chosen: ['e2e', 'lint'],
      forPlaywright: [],
    });
  });

  for (const rest of [
    ['--grep', 'approves'],
    ['pages'],
    ['pages.spec.ts', '--grep', 'lint'],
  ]) {
    it(`hands ${rest.join(' ')} on to Playwright`, () => {
      assert.deepEqual(readSteps(['lint', 'e2e', ...rest], known), {
        chosen: ['lint', 'e2e'],
        forPlaywright: rest,
      });
    });
  }

  for (const args of [['unitt'], ['unit', '--grep', 'x'], ['--grep', 'e2e']]) {
    it(`refuses ${args.join(' ')}, for nobody would take it`, () => {
      assert.throws(() => readSteps(args, known), /There is no step '/);
    });
  }
});
