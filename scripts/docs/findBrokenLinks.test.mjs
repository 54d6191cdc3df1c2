import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { inRoot } from '../setup/paths.mjs';
import { findBrokenLinks } from './findBrokenLinks.mjs';

const [, address] = /^repo_url: (\S+)$/m.exec(
  readFileSync(inRoot('mkdocs.yml'), 'utf8'),
);

describe('the documentation', () => {
  it('has no link that leads nowhere or out of what TechDocs publishes', () => {
    const docs = inRoot('docs');
    assert.deepEqual(findBrokenLinks({ docs, root: inRoot('.'), address }), []);
  });
});

describe('findBrokenLinks', () => {
  let root;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'links-'));
    mkdirSync(join(root, 'docs/images'), { recursive: true });
    mkdirSync(join(root, 'templates'));
    writeFileSync(join(root, 'LICENSE'), '');
    writeFileSync(join(root, 'docs/images/a.png'), '');
    writeFileSync(
      join(root, 'docs/other.md'),
      '# Other\n\n## How `it` works\n',
    );
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const brokenIn = text => {
    writeFileSync(join(root, 'docs/page.md'), text);
    return findBrokenLinks({ docs: join(root, 'docs'), root, address });
  };

  for (const text of [
    '# Page\n\n[a](other.md#how-it-works) ![b](images/a.png) [c](#page)\n',
    '`[a](gone.md)`\n\n```md\n[b](gone.md)\n```\n',
    `[License][]\n\n[License]: ${address}/blob/main/LICENSE\n`,
    `[a](${address}/tree/main/templates) [b](https://example.com/gone)\n`,
  ]) {
    it(`lets pass ${JSON.stringify(text)}`, () => {
      assert.deepEqual(brokenIn(text), []);
    });
  }

  for (const [text, problem] of [
    ['[a](gone.md)', 'gone.md is not there'],
    ['![a](images/gone.png)', 'images/gone.png is not there'],
    ['<img src="images/gone.png">', 'images/gone.png is not there'],
    ['[a](other.md#gone)', 'other.md#gone has no such title'],
    ['[a](#gone)', '#gone has no such title'],
    ['[a](../LICENSE)', '../LICENSE leaves the folder'],
    ['[a](/other.md)', '/other.md is not relative'],
    ['[a][]', '[a] is not defined'],
    ['[a][]\n\n[a]: gone.md', 'gone.md is not there'],
    [
      `[a](${address}/blob/main/gone)`,
      `${address}/blob/main/gone is not there`,
    ],
    [
      `[a](${address}/blob/main/templates)`,
      `${address}/blob/main/templates says blob for a folder, or tree for a file`,
    ],
  ]) {
    it(`finds ${text.replace('\n\n', ' ')}`, () => {
      assert.deepEqual(brokenIn(`${text}\n`), [`page.md: ${problem}`]);
    });
  }
});
