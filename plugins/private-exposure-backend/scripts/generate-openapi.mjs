/* Writes the OpenAPI document as a TypeScript constant, and its types for the common package. Run by `yarn generate`. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { parse } = require('yaml');
const prettier = require('prettier');
const style = require('@backstage/cli/config/prettier');

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
writeFileSync(
  target,
  prettier.format(code, { ...style, parser: 'typescript' }),
);
execFileSync(
  process.execPath,
  [
    join(
      dirname(require.resolve('openapi-typescript/package.json')),
      'bin/cli.js',
    ),
    source,
    '--output',
    types,
  ],
  { stdio: 'inherit' },
);
