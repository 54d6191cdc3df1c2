import { readdir, stat } from 'node:fs/promises';
import { extname, join, relative, resolve } from 'node:path';
import { UsageError } from './UsageError';

const EXTENSIONS = new Set(['.yaml', '.yml', '.json', '.tf', '.tpl']);
const LEFT_OUT = new Set(['node_modules']);

/** Whether a file may hold what the linter reads. */
export function isLintable(path: string): boolean {
  return EXTENSIONS.has(extname(path));
}

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || LEFT_OUT.has(entry.name)) continue;
    const path = join(folder, entry.name);
    // Links are not followed: they may lead out of the folder, or in a circle.
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile() && isLintable(path)) yield path;
  }
}

/**
 * Finds the files below some paths, in a stable order, each once. Files that are named are taken whatever their name;
 * hidden files and folders are left out of folders.
 *
 * @returns Paths relative to the working folder.
 * @throws {@link UsageError} where a path does not exist.
 */
export async function findFiles(
  paths: readonly string[],
  cwd: string,
): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    const whole = resolve(cwd, path);
    const stats = await stat(whole).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      throw new UsageError(`'${path}' does not exist`);
    });
    if (!stats.isDirectory()) found.add(relative(cwd, whole));
    else for await (const file of walk(whole)) found.add(relative(cwd, file));
  }
  return [...found];
}
