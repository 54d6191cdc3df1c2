/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { GOOD } from './__testUtils__/Workspace';

// Each test starts Node.js anew, which takes long on a busy machine.
jest.setTimeout(120_000);

/**
 * Bytes of JavaScript, not minified, that a run reads and compiles before it looks at a file. The command starts in about
 * 100 ms with 1,200,000 of them, and has to in 300 ms.
 */
const LIMIT = 1_800_000;

/** Prints which files were loaded, once the program has ended. */
const RECORDER = `process.on('exit', () => {
  const { statSync, writeFileSync } = require('node:fs');
  const files = Object.keys(require.cache).filter(file => file !== __filename);
  writeFileSync(
    process.env.RECORD_TO,
    JSON.stringify(files.map(file => ({ file, size: statSync(file).size }))),
  );
});`;

const packageOf = (file: string) =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];

describe('the start of the command', () => {
  let folder: string;
  let loaded: { file: string; size: number }[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'private-exposure-'));
    const inFolder = (name: string) => join(folder, name);
    writeFileSync(inFolder('recorder.cjs'), RECORDER);
    writeFileSync(inFolder('good.yaml'), GOOD);
    await build({
      stdin: {
        contents: `require('./index').main();`,
        resolveDir: __dirname,
        loader: 'js',
      },
      outfile: inFolder('program.cjs'),
      bundle: true,
      platform: 'node',
      target: 'node22',
      // Whoever installs the package has its dependencies beside it, each in files of its own.
      packages: 'external',
    });
    execFileSync(
      process.execPath,
      ['--require', './recorder.cjs', 'program.cjs', 'lint', 'good.yaml'],
      {
        cwd: folder,
        env: {
          ...process.env,
          NODE_PATH: ['../../node_modules', '../../../../node_modules']
            .map(path => resolve(__dirname, path))
            .join(delimiter),
          RECORD_TO: inFolder('loaded.json'),
        },
      },
    );
    loaded = JSON.parse(readFileSync(inFolder('loaded.json'), 'utf8'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('loads no package that a run without --fix has no need of', () => {
    const packages = new Set(loaded.map(({ file }) => packageOf(file)));
    packages.delete(undefined);
    expect([...packages].sort()).toEqual([
      '@noble/hashes',
      'balanced-match',
      'brace-expansion',
      'js-yaml',
      'minimatch',
      'zod',
    ]);
  });

  it(`reads less than ${LIMIT} bytes of code`, () => {
    const bytes = loaded.reduce((sum, { size }) => sum + size, 0);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(LIMIT);
  });
});
