/** @jest-environment node */
import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

/** The modules of ours that a module can't be loaded without; types and what is loaded on demand are not. */
function importsOf(file: string): string[] {
  const statements = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'(\.[^']*)'/gm,
  );
  return [...statements].flatMap(([, path]) =>
    ['.ts', '.tsx', '/index.ts', '/index.tsx']
      .map(ending => resolve(file, '..', `${path}${ending}`))
      .filter(existsSync),
  );
}

/** Everything that comes with an entry, by its path below `src`. */
function loadedWith(entry: string): string[] {
  const seen = new Set([resolve(__dirname, entry)]);
  for (const file of seen) for (const next of importsOf(file)) seen.add(next);
  return [...seen].map(file => relative(__dirname, file));
}

describe('an app that has the plugin', () => {
  it('loads no page of ours before somebody opens one, in the new frontend system', () => {
    const loaded = loadedWith('alpha.tsx');

    expect(loaded).toContain('alpha/pages.tsx');
    expect(loaded.filter(path => path.startsWith('components/'))).toEqual([]);
    expect(loaded).not.toContain('translations/de.ts');
  });

  it('loads no more than the frames of its form fields besides, in the old one', () => {
    const loaded = loadedWith('index.ts');

    expect(loaded).toContain('plugin.ts');
    const folders = loaded.flatMap(
      path => path.match(/^components\/(\w+)/)?.[1] ?? [],
    );
    expect([...new Set(folders)].sort()).toEqual([
      'ClusterPicker',
      'ManifestPreview',
      'primitives',
    ]);
    expect(loaded).not.toContain('components/ClusterPicker/ClusterPicker.tsx');
    expect(loaded).not.toContain(
      'components/ManifestPreview/ManifestPreview.tsx',
    );
  });
});
