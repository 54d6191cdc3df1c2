/*
 * Writes the OpenAPI document as a TypeScript constant, and its types for the common package. Run by `yarn generate`.
 * With `--check` it compares instead of writing.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { parse } = require('yaml');
const prettier = require('prettier');
const style = require('@backstage/cli/config/prettier');

const isCheck = process.argv.includes('--check');
const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, '../src/schema/openapi.yaml');
const target = join(here, '../src/schema/openapi.generated.ts');
const types = join(
  here,
  '../../private-exposure-common/src/schema/openapi.generated.ts',
);

const document = parse(readFileSync(source, 'utf8'));
const code = [
  '/** The OpenAPI document. Generated from openapi.yaml by `yarn generate`; do not edit. @internal */',
  `export const spec = ${JSON.stringify(document)} as const;`,
].join('\n');
const cli = join(
  dirname(require.resolve('openapi-typescript/package.json')),
  'bin/cli.js',
);
const generated = [
  [target, code],
  [types, execFileSync(process.execPath, [cli, source], { encoding: 'utf8' })],
];

// Prettier passes over generated files when it looks at the repository, so it is applied here.
for (const [path, text] of generated) {
  const formatted = prettier.format(text, { ...style, parser: 'typescript' });
  if (!isCheck) {
    writeFileSync(path, formatted);
  } else if (readFileSync(path, 'utf8') !== formatted) {
    process.stderr.write(`${path} is not what \`yarn generate\` writes\n`);
    process.exitCode = 1;
  }
}
