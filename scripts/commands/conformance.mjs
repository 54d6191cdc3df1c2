import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { SetupError, say } from '../setup/messages.mjs';
import { inRoot, root } from '../setup/paths.mjs';
import { runOrThrow } from '../setup/processes.mjs';

/** `npm run test:conformance`: our mappings and wire formats against payloads that others wrote. */
export async function run() {
  const fixtures = resolve(
    root,
    process.env.POSTERN_FIXTURES ?? '../shared/fixtures',
  );
  if (!existsSync(fixtures)) {
    throw new SetupError(
      `There are no fixtures at ${fixtures}.`,
      'Name their folder with POSTERN_FIXTURES.',
    );
  }
  say(`Conformance with ${fixtures}`);
  await runOrThrow(
    process.execPath,
    [
      inRoot('node_modules/@backstage/cli/bin/backstage-cli'),
      'repo',
      'test',
      '--maxWorkers=2',
      // Plain runs leave these tests out by their path; here they are the only ones.
      '--testPathIgnorePatterns',
      '/node_modules/',
      '--testPathPatterns',
      'conformance\\.test\\.ts$',
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        CI: 'true',
        NODE_OPTIONS: '--no-node-snapshot',
        POSTERN_CONFORMANCE: '1',
        POSTERN_FIXTURES: fixtures,
      },
    },
  );
}
