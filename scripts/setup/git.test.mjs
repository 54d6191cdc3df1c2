import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { requireGit } from './git.mjs';

describe('requireGit', () => {
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'git-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A folder to look in, with a Git that says this of itself. */
  function pathWith(text) {
    const file = join(folder, 'git');
    writeFileSync(file, `#!/bin/sh\necho '${text}'\n`);
    chmodSync(file, 0o755);
    return { PATH: folder };
  }

  it('takes what can merge without a working tree', () => {
    for (const text of [
      'git version 2.38.0',
      'git version 2.39.5 (Apple Git-154)',
      'git version 2.100.1.windows.1',
      'git version 3.0.0',
    ])
      requireGit(pathWith(text));
  });

  it('names the version that is too old, and the one that is needed', () => {
    for (const [text, version] of [
      ['git version 2.34.1', '2.34.1'],
      ['git version 2.37.9', '2.37.9'],
      ['git version 1.99.0', '1.99.0'],
    ])
      assert.throws(() => requireGit(pathWith(text)), {
        name: 'SetupError',
        message: `This is Git ${version}; the local Git host needs 2.38 or later.`,
      });
  });

  it('says that there is none', () => {
    assert.throws(() => requireGit({ PATH: folder }), {
      message: 'No Git was found; the local Git host needs 2.38 or later.',
    });
  });
});
