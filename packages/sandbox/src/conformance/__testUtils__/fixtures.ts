import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NotFoundError } from '@backstage/errors';

const REPOSITORY_ROOT = resolve(__dirname, '../../../../..');

/**
 * The folder with the published payloads and models. It is read in place, and
 * is not part of this repository.
 *
 * @throws NotFoundError when it is not there: these tests never skip.
 */
export function fixturesFolder(): string {
  const folder = resolve(
    REPOSITORY_ROOT,
    process.env.POSTERN_FIXTURES ?? '../shared/fixtures',
  );
  if (!existsSync(join(folder, 'aws', 'models'))) {
    throw new NotFoundError(
      `'${folder}' has no aws/models; set POSTERN_FIXTURES to the fixtures folder`,
    );
  }
  return folder;
}

/** A JSON file of the fixtures. */
export function readFixture<TContent>(path: string): TContent {
  return JSON.parse(readFileSync(join(fixturesFolder(), path), 'utf8'));
}
