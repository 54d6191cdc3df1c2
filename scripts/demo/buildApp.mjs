import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { say } from '../setup/messages.mjs';
import { cache, inRoot } from '../setup/paths.mjs';
import { runQuietly } from '../setup/processes.mjs';

const sources = [
  'app-config.yaml',
  'packages/app/src',
  'packages/app/public',
  'packages/app/package.json',
  'plugins/private-exposure/config.d.ts',
  'plugins/private-exposure/src',
  'plugins/private-exposure/package.json',
  'plugins/private-exposure-common/package.json',
  'plugins/private-exposure-common/src',
  'plugins/private-exposure-manifests/src',
  'plugins/private-exposure-manifests/package.json',
  'yarn.lock',
];

/** Builds the portal's front end, unless its sources are those of the last build. */
export async function buildApp() {
  const marker = join(cache, 'app-built');
  const fingerprint = fingerprintOf(sources);
  const built =
    existsSync(inRoot('packages/app/dist/index.html')) &&
    existsSync(marker) &&
    readFileSync(marker, 'utf8') === fingerprint;
  if (built) return;

  say('Building the front end (less than a minute)');
  await runQuietly(
    process.execPath,
    [
      inRoot('node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
      '--config',
      inRoot('app-config.yaml'),
    ],
    { cwd: inRoot('packages/app') },
  );
  mkdirSync(cache, { recursive: true });
  writeFileSync(marker, fingerprint);
}

function fingerprintOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addToHash(hash, path);
  return hash.digest('hex');
}

function addToHash(hash, path) {
  if (!existsSync(inRoot(path))) return;
  hash.update(path);
  const entries = listOrUndefined(path);
  if (entries) entries.forEach(name => addToHash(hash, join(path, name)));
  else hash.update(readFileSync(inRoot(path)));
}

function listOrUndefined(path) {
  try {
    return readdirSync(inRoot(path)).sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
