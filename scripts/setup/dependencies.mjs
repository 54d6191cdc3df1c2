import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { SetupError, say } from './messages.mjs';
import { cache, inRoot, root } from './paths.mjs';
import { runOrThrow } from './processes.mjs';

const marker = join(cache, 'installed');

/** Installs the dependencies, unless nothing that they depend on has changed since the last time. */
export async function ensureDependencies() {
  const fingerprint = fingerprintOfManifests();
  if (
    existsSync(inRoot('node_modules/.yarn-state.yml')) &&
    readMarker() === fingerprint
  )
    return;

  say('Installing dependencies (about two to four minutes the first time)');
  try {
    await runOrThrow(
      process.execPath,
      [inRoot('.yarn/releases/yarn-4.13.0.cjs'), 'install', '--immutable'],
      {
        cwd: root,
        env: {
          ...process.env,
          YARN_ENABLE_PROGRESS_BARS: 'false',
          YARN_ENABLE_INLINE_BUILDS: 'false',
        },
      },
    );
  } catch (error) {
    throw new SetupError(
      `The dependencies could not be installed: ${error.message}`,
      'Native modules need python3, make and g++ where no prebuilt binary can be downloaded.',
    );
  }
  mkdirSync(cache, { recursive: true });
  writeFileSync(marker, fingerprint);
}

function readMarker() {
  return existsSync(marker) ? readFileSync(marker, 'utf8') : undefined;
}

function fingerprintOfManifests() {
  const hash = createHash('sha256').update(process.versions.modules);
  const workspaces = ['packages', 'plugins'].flatMap(folder =>
    readdirSync(inRoot(folder)).map(name => join(folder, name, 'package.json')),
  );
  for (const file of [
    'package.json',
    'yarn.lock',
    '.yarnrc.yml',
    ...workspaces.sort(),
  ]) {
    if (existsSync(inRoot(file)))
      hash.update(file).update(readFileSync(inRoot(file)));
  }
  return hash.digest('hex');
}
