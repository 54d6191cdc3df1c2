import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Finding, fixManifest } from '../linter';
import { FindingJudge } from './config/FindingJudge';
import { FindCluster } from './config/readClusters';
import {
  CheckedFile,
  readInput,
  systemMessage,
  UnreadableFileError,
} from './files/CheckedFile';

/** A file whose fixes could not be written. @internal */
export interface UnwrittenFile {
  path: string;
  /** In the words of the operating system. */
  why: string;
}

/** Writes a file's new text; `undefined` where that went well. */
function write(
  { path, isRegular }: CheckedFile,
  text: string,
  cwd: string,
): UnwrittenFile | undefined {
  if (!isRegular) return { path, why: 'it is no file' };
  try {
    writeFileSync(resolve(cwd, path), text);
    return undefined;
  } catch (error) {
    return { path, why: systemMessage(error) };
  }
}

/**
 * Puts right what has only one right form, in the files themselves, as far as the config lets it count. One that can't be
 * written doesn't keep the others from it.
 *
 * @returns What was put right, and the files in which it could not be.
 *
 * @internal
 */
export function fixFiles(
  files: readonly CheckedFile[],
  options: {
    clusterOf: FindCluster;
    judge: FindingJudge;
    domains: readonly string[];
    cwd: string;
  },
): { fixed: Finding[]; unwritten: UnwrittenFile[] } {
  const { clusterOf, judge, domains, cwd } = options;
  const fixed: Finding[] = [];
  const unwritten: UnwrittenFile[] = [];
  for (const file of files) {
    const input = readInput(file);
    // That it can't be read is said when it is checked.
    if (input instanceof UnreadableFileError) continue;
    const result = fixManifest(input, {
      clusterProfile: clusterOf(file.path),
      domains,
      accepts: finding => judge.counts(finding),
    });
    if (result.content === input.content) continue;
    const failed = write(file, result.content, cwd);
    if (failed) unwritten.push(failed);
    else fixed.push(...structuredClone(result.fixed));
  }
  return { fixed, unwritten };
}
