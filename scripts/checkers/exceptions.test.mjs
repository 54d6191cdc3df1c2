import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { inRoot } from '../setup/paths.mjs';

const read = path => readFileSync(inRoot(path), 'utf8');

/** The checks in the first column of the table below the heading. */
function documentedChecks() {
  const [, section] = read('docs/templates.md').split(
    /^## What outside checkers say$/m,
  );
  const rows = section.split(/^## /m)[0].match(/^\| `.*$/gm);
  return rows.flatMap(row =>
    [...row.split('|')[1].matchAll(/`([^`]+)`/g)].map(([, check]) => check),
  );
}

describe('the exceptions of outside checkers', () => {
  it('stand in the documentation, and no others', () => {
    const exceptions = JSON.parse(read('scripts/checkers/exceptions.json'));
    const checks = new Set(exceptions.map(({ check }) => check));
    assert.deepEqual(documentedChecks().sort(), [...checks].sort());
  });
});
