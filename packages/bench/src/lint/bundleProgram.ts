import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Puts a program of the bench into one file, as packages are published: a clone compiles its sources while it loads them,
 * and looks exports up at each use, which nobody who installs the linter does.
 *
 * @returns the file
 * @internal
 */
export async function bundleProgram(
  entry: string,
  folder: string,
): Promise<string> {
  const outfile = join(folder, 'program.cjs');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    logLevel: 'error',
  });
  return outfile;
}
