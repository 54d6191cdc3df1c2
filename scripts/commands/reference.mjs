import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { say } from '../setup/messages.mjs';
import { inRoot } from '../setup/paths.mjs';

/** `npm run reference`: writes docs/reference from the tables of annotations and rules. A test fails where it is stale. */
export async function run() {
  const require = createRequire(import.meta.url);
  require(inRoot('node_modules/@backstage/cli/config/nodeTransform.cjs'));
  const { referencePages } = require(inRoot(
    'plugins/private-exposure-manifests/src/reference',
  ));
  const folder = inRoot('docs/reference');
  rmSync(folder, { recursive: true, force: true });
  const pages = referencePages();
  for (const { path, text } of pages) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  say(`${pages.length} pages in docs/reference`);
}
