/** @jest-environment node */
import { build } from 'esbuild';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a browser may load for the preview of a form, in bytes of gzip. */
const LIMIT = 150_000;

it.each([
  'preview',
  'previewCloudFront',
  'previewCloudFrontService',
  'previewIngress',
])(`makes a browser load less than ${LIMIT} bytes for %s`, async entry => {
  const { outputFiles, metafile } = await build({
    entryPoints: [resolve(__dirname, '..', entry, 'index.ts')],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'esm',
  });
  const size = gzipSync(outputFiles[0].contents, { level: 9 }).length;

  expect(size).toBeLessThan(LIMIT);
  // The editor of existing files, which a preview has none of.
  expect(
    Object.keys(metafile.inputs).filter(path =>
      path.includes('node_modules/yaml/'),
    ),
  ).toEqual([]);
});
