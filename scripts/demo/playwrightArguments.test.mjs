import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { inRoot, root } from '../setup/paths.mjs';
import { playwrightArguments } from './playwrightArguments.mjs';

/** What Playwright would run, a line for each test. */
function list(args) {
  const cli = inRoot('node_modules/.bin/playwright');
  const command = playwrightArguments({ project: 'e2e', args });
  const text = execFileSync(process.execPath, [cli, ...command, '--list'], {
    cwd: root,
    encoding: 'utf8',
  });
  return text.split('\n').filter(line => line.includes('.spec.ts:'));
}

describe('playwrightArguments', () => {
  it('chooses a spec by its name, and a test by its title', () => {
    const ofSpec = list(['preview']);
    const ofTitle = list(['preview', '--grep', 'keyboard alone']);

    assert.ok(ofSpec.length > ofTitle.length);
    assert.ok(ofSpec.every(line => line.includes('preview.spec.ts')));
    assert.equal(ofTitle.length, 1);
    assert.ok(ofTitle[0].includes('keyboard alone'));
  });
});
