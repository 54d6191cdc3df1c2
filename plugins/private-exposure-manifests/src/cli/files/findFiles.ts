import { readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../UsageError';
import {
  CheckedFile,
  fileInMemory,
  fileOnDisk,
  unreadable,
} from './CheckedFile';

/** Ends of the names that are looked for in folders. @internal */
export const EXTENSIONS: readonly string[] = [
  '.yaml',
  '.yml',
  '.json',
  '.tf',
  '.bicep',
  '.tpl',
];
const LEFT_OUT = new Set(['node_modules']);

function isLeftOut(name: string): boolean {
  return name.startsWith('.') || LEFT_OUT.has(name);
}

/** Whether a file below a folder may hold what the linter reads, by its path from that folder. @internal */
export function isLintable(path: string): boolean {
  const names = path.split('/').filter(name => name !== '..' && name !== '.');
  return EXTENSIONS.includes(extname(path)) && !names.some(isLeftOut);
}

/** A path as findings and patterns have it. @internal */
export function shownPath(cwd: string, whole: string): string {
  return relative(cwd, whole).split(sep).join('/') || '.';
}

async function* walk(folder: string, cwd: string): AsyncGenerator<CheckedFile> {
  const read = await readdir(folder, { withFileTypes: true }).catch(
    (error: unknown) => unreadable(shownPath(cwd, folder), error),
  );
  if (!Array.isArray(read)) {
    yield read;
    return;
  }
  read.sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of read) {
    if (isLeftOut(entry.name)) continue;
    const path = join(folder, entry.name);
    // Links are not followed: they may lead out of the folder, or in a circle.
    if (entry.isDirectory()) yield* walk(path, cwd);
    else if (entry.isFile() && EXTENSIONS.includes(extname(path)))
      yield fileOnDisk(shownPath(cwd, path), path);
  }
}

async function findOne(
  path: string,
  cwd: string,
): Promise<'missing' | 'folder' | CheckedFile> {
  const whole = resolve(cwd, path);
  const shown = shownPath(cwd, whole);
  try {
    const stats = await stat(whole);
    if (stats.isDirectory()) return 'folder';
    // A pipe, such as a shell makes for <(…), can be read only once.
    return stats.isFile()
      ? fileOnDisk(shown, whole)
      : fileInMemory(shown, readFileSync(whole));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? 'missing'
      : unreadable(shown, error);
  }
}

/** What was found below the paths of a call. @internal */
export interface FoundFiles {
  /** In a stable order, each once. */
  files: CheckedFile[];
  /** Folders without anything to check. */
  emptyFolders: string[];
}

/**
 * Finds the files below some paths. Files that are named are taken whatever their name; hidden files and folders are
 * left out of folders.
 *
 * @param isKnown - Whether a path that isn't there may be named all the same, as one that a change deletes.
 * @throws {@link UsageError} where a path does not exist.
 *
 * @internal
 */
export async function findFiles(
  paths: readonly string[],
  cwd: string,
  isKnown: (path: string) => boolean = () => false,
): Promise<FoundFiles> {
  const found = new Map<string, CheckedFile>();
  const emptyFolders: string[] = [];
  for (const path of paths) {
    const one = await findOne(path, cwd);
    if (one === 'missing') {
      if (!isKnown(shownPath(cwd, resolve(cwd, path))))
        throw new UsageError(`'${path}' does not exist`);
    } else if (one === 'folder') {
      let isEmpty = true;
      for await (const file of walk(resolve(cwd, path), cwd)) {
        found.set(file.path, file);
        isEmpty = false;
      }
      if (isEmpty) emptyFolders.push(path);
    } else {
      found.set(one.path, one);
    }
  }
  return { files: [...found.values()], emptyFolders };
}
