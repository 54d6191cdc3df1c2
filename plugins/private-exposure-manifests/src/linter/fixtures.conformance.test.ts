import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lintManifests } from './lintManifests';
import reviewed from './reviewedFindings.json';

const REPOSITORY_ROOT = resolve(__dirname, '../../../..');

/** Manifests from public repositories, read in place. */
function manifestsFolder(): string {
  const folder = resolve(
    REPOSITORY_ROOT,
    process.env.POSTERN_FIXTURES ?? '../shared/fixtures',
    'kubernetes',
  );
  if (!existsSync(folder)) {
    throw new Error(
      `There is no '${folder}': set POSTERN_FIXTURES to the fixtures folder`,
    );
  }
  return folder;
}

const folder = manifestsFolder();
const files = readdirSync(folder)
  .filter(name => name !== 'index.md')
  .sort();

describe('manifests from public repositories', () => {
  it('are those whose findings were reviewed', () => {
    const known = new Set(files);
    expect(files.length).toBeGreaterThan(0);
    expect(Object.keys(reviewed).filter(name => !known.has(name))).toEqual([]);
  });

  it.each(files)('%s has the findings that a review agreed with', path => {
    const content = readFileSync(join(folder, path), 'utf8');
    const found = lintManifests([{ path, content }]).map(
      ({ line, severity, ruleId }) => `${line} ${severity} ${ruleId}`,
    );
    const expected: Record<string, readonly string[]> = reviewed;
    expect(found).toEqual(expected[path] ?? []);
  });
});
