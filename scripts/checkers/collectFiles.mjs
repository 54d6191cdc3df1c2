import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { inRoot } from '../setup/paths.mjs';

const LANGUAGES = { '.tf': 'terraform', '.bicep': 'bicep' };

/** What a file of YAML is otherwise is a Kubernetes manifest. */
function languageOf(path, content) {
  const isTemplate = /^Resources:/m.test(content);
  return (
    LANGUAGES[extname(path)] ?? (isTemplate ? 'cloudformation' : 'kubernetes')
  );
}

/** What the templates write, from their golden files: infrastructure code, and manifests that were not there before. */
function templateFiles() {
  const root = inRoot('templates');
  return globSync('*/expected/*/after/**/*.{tf,bicep,yaml}', { cwd: root })
    .sort()
    .map(path => ({ path, content: readFileSync(join(root, path), 'utf8') }))
    .filter(
      ({ path, content }) =>
        languageOf(path, content) !== 'kubernetes' ||
        path.includes('/expected/new-service/'),
    );
}

/** What the builders write for intents that differ. */
function exampleFiles() {
  const require = createRequire(import.meta.url);
  require(inRoot('node_modules/@backstage/cli/config/nodeTransform.cjs'));
  const { generatedExamples } = require(inRoot(
    'plugins/private-exposure-manifests/src/__testUtils__/generatedExamples.ts',
  ));
  return Object.entries(generatedExamples()).flatMap(([name, files]) =>
    files.map(({ path, content }) => ({
      path: `examples/${name}/${path}`,
      content,
    })),
  );
}

/**
 * Every generated file that outside checkers look at: its path, which tells where it is from, its language and its text.
 */
export function collectFiles() {
  return [...templateFiles(), ...exampleFiles()].map(({ path, content }) => ({
    path,
    content,
    language: languageOf(path, content),
  }));
}
