import { existsSync } from 'node:fs';
import { sortUnionsInDeclarations } from '../reports/sortUnions.mjs';
import { SetupError } from '../setup/messages.mjs';
import { inRoot, root } from '../setup/paths.mjs';
import { runOrThrow } from '../setup/processes.mjs';

/**
 * `yarn tsc && yarn build:api-reports`: what the packages promise to those who install them, written down in their
 * `report*.md`. Reads the declarations that the compiler has written. With `--ci` it compares instead of writing.
 */
export async function run(args) {
  if (!existsSync(inRoot('dist-types/plugins'))) {
    throw new SetupError(
      'There are no declarations under dist-types.',
      'Run `yarn tsc` first.',
    );
  }
  sortUnionsInDeclarations();
  await runOrThrow(
    process.execPath,
    [
      inRoot('node_modules/.bin/backstage-repo-tools'),
      'api-reports',
      'plugins/*',
      ...args,
      '--sql-reports',
      '--validate-release-tags',
      '-o',
      'ae-wrong-input-file-type,ae-undocumented',
      '--allow-warnings',
      'plugins/private-exposure-common,plugins/private-exposure-manifests',
    ],
    { cwd: root },
  );
}
